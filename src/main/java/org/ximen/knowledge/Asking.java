package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Search;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.meaning.Meaning;

/**
 * A question made ready.
 *
 * @param text as it was asked, made comparable, slips of the pen mended
 * @param said the same in the words of the files
 * @param words of it, as the files write them, that tell something
 * @param spoken words of it as it was asked, where that differs
 * @param meaning of it; absent while there is no model
 * @param tokenWeights how much each token of it tells
 * @param unseen how much a word tells that the library does not know
 * @param kinds of fact that it asks for
 * @param within ids of the articles that are asked; empty for all
 * @param readAs words that were read for others; mostly none
 */
record Asking(
        String text,
        Synonyms.Said said,
        List<Word> words,
        List<Word> spoken,
        @Nullable Meaning meaning,
        double[] tokenWeights,
        double unseen,
        Set<Asked> kinds,
        Asker asker,
        LocalDate day,
        Set<String> within,
        List<String> readAs) {

    Search search(Scope scope, Mode mode) {
        return new Search(said.searched(), meaning, asker, day, within, scope, mode);
    }

    /** The same question, asked of the rules of another day. */
    Asking on(LocalDate other) {
        return with(other, within);
    }

    /** The same question, asked of some articles only. */
    Asking within(Set<String> articles) {
        return with(day, Set.copyOf(articles));
    }

    private Asking with(LocalDate other, Set<String> articles) {
        return new Asking(
                text,
                said,
                words,
                spoken,
                meaning,
                tokenWeights,
                unseen,
                kinds,
                asker,
                other,
                articles,
                readAs);
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

    /** The same of a candidate, given which of the words are in it. */
    double coverage(Candidate one) {
        return Math.max(share(words, one.words()), share(spoken, one.spoken()));
    }

    /** How much of the question stands in one sentence with the asked kinds of fact. */
    double sentence(Candidate one) {
        var written = one.sentences(words, one.words());
        var said = one.sentences(spoken, one.spoken());
        double writtenWeight = weight(words);
        double saidWeight = weight(spoken);
        double best = 0;
        int from = 0;
        var ends = one.reading().ends();
        for (int i = 0; i < ends.length; i++) {
            double held = Math.max(share(written[i], writtenWeight), share(said[i], saidWeight));
            if (held > best && answeredBy(one.text(), from, ends[i])) {
                best = held;
            }
            from = ends[i];
        }
        return best;
    }

    private boolean answeredBy(String text, int from, int to) {
        for (var kind : kinds) {
            if (!kind.answeredBy(text, from, to)) {
                return false;
            }
        }
        return true;
    }

    private static double share(List<Word> words, boolean[] held) {
        double part = 0;
        for (int i = 0; i < held.length; i++) {
            part += held[i] ? words.get(i).weight() : 0;
        }
        return share(part, weight(words));
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }

    /** How much all its words tell together. */
    double weight() {
        return weight(words);
    }

    private static double weight(List<Word> words) {
        double all = 0;
        for (var word : words) {
            all += word.weight();
        }
        return all;
    }
}
