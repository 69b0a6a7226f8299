package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Search;
import org.ximen.knowledge.Retriever.Word;

/**
 * A question made ready.
 *
 * @param text as it was asked, made comparable, slips of the pen mended
 * @param said the same in the words of the files
 * @param words of it, as the files write them, that tell something
 * @param spoken words of it as it was asked, where that differs
 * @param vector its meaning; absent while there is no model
 * @param kinds of fact that it asks for
 * @param readAs words that were read for others; mostly none
 */
record Asking(
        String text,
        Synonyms.Said said,
        List<Word> words,
        List<Word> spoken,
        float @Nullable [] vector,
        Set<Asked> kinds,
        Audience audience,
        LocalDate day,
        List<String> readAs) {

    Search search(Scope scope, Mode mode) {
        return new Search(said.searched(), vector, audience, Set.of(), day, scope, mode);
    }

    /** The same question, asked of the rules of another day. */
    Asking on(LocalDate other) {
        return new Asking(text, said, words, spoken, vector, kinds, audience, other, readAs);
    }

    /** The question as the files would put it. */
    String written() {
        return said.meant();
    }

    /** Whether a text has every kind of fact that is asked for. */
    boolean answeredBy(String text) {
        return kinds.stream().allMatch(kind -> kind.answeredBy(text));
    }

    /** Share of the question's words, by weight, that stand in a text, 0 to 1. */
    double coverage(String... texts) {
        return Math.max(Candidate.coverage(words, texts), Candidate.coverage(spoken, texts));
    }

    /** How much all its words tell together. */
    double weight() {
        return words.stream().mapToDouble(Word::weight).sum();
    }
}
