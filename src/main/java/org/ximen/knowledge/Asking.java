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

    /** The same of a candidate, given which of the words are in it. */
    double coverage(Candidate one) {
        return Math.max(share(words, one.words()), share(spoken, one.spoken()));
    }

    /** The same of a part of a candidate's text. */
    private double coverage(Candidate one, int from, int to) {
        return Math.max(
                share(words, one.within(words, one.words(), from, to)),
                share(spoken, one.within(spoken, one.spoken(), from, to)));
    }

    /** How much of the question stands in one sentence with the asked kinds of fact. */
    double sentence(Candidate one) {
        double best = 0;
        int from = 0;
        for (int to : one.reading().ends()) {
            double held = coverage(one, from, to);
            if (held > best && answeredBy(one.text(), from, to)) {
                best = held;
            }
            from = to;
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
        double all = 0;
        double part = 0;
        for (int i = 0; i < held.length; i++) {
            all += words.get(i).weight();
            part += held[i] ? words.get(i).weight() : 0;
        }
        return all == 0 ? 0 : part / all;
    }

    /** How much all its words tell together. */
    double weight() {
        return words.stream().mapToDouble(Word::weight).sum();
    }
}
