package org.ximen.knowledge;

import java.util.List;
import org.ximen.knowledge.Retriever.Word;

/** The port to an index of English passages, made at once and held in memory. */
public interface EnglishIndex {
    /** Of a library without English articles. */
    EnglishIndex EMPTY =
            new EnglishIndex() {
                @Override
                public Mended mended(String text) {
                    return new Mended(text, List.of());
                }

                @Override
                public List<Word> words(String text) {
                    return List.of();
                }

                @Override
                public List<String> written(String text) {
                    return List.of();
                }

                @Override
                public boolean isCommon(String word) {
                    return false;
                }

                @Override
                public List<String> search(String question, int most) {
                    return List.of();
                }
            };

    /**
     * A passage.
     *
     * @param id given back by {@link #search}
     * @param text with title and headings
     * @param known more words that a question may have
     */
    record Text(String id, String text, String known) {}

    /**
     * A question without slips of the pen.
     *
     * @param words that stand where others were written
     */
    record Mended(String text, List<String> words) {
        public Mended {
            words = List.copyOf(words);
        }
    }

    /** The question as it was probably meant. */
    Mended mended(String text);

    /**
     * The stems of a text's words, each once, with how much it tells; words alike have one stem,
     * and one that the index has never seen weighs most.
     */
    List<Word> words(String text);

    /** All words of a text as they are written, in order. */
    List<String> written(String text);

    /** Whether a stem is that of a word that people say whatever they want. */
    boolean isCommon(String word);

    /** Ids of the passages whose words match best (BM25), at most so many. */
    List<String> search(String question, int most);
}
