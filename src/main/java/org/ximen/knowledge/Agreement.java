package org.ximen.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ximen.knowledge.Retriever.Word;

/**
 * How far a passage speaks of the very thing that is asked about. A question's words and tokens
 * count by how rare they are in the library: one that the library does not know weighs 1.
 *
 * @param missed by how much each token of the question is missed, the most missed first
 * @param near how near each is to the nearest token of the passage
 */
record Agreement(Asking asking, Candidate one, double[] missed, float[] near) {
    private static final float[] NONE = {0};
    // Of the weight of what no passage has: in at most one of some 300.
    private static final double RARE = 0.93;

    static Agreement of(Asking asking, Candidate one) {
        var near = one.hit().nearness().map(Retriever.Nearness::each).orElse(NONE);
        var looked = near.length == 0 ? NONE : near;
        return new Agreement(asking, one, missed(asking.tokenWeights(), looked), looked);
    }

    private static double[] missed(double[] weights, float[] near) {
        double most = Math.max(1e-6, Arrays.stream(weights).max().orElse(1));
        return IntStream.range(0, near.length)
                .mapToDouble(i -> (i < weights.length ? weights[i] / most : 1) * (near[i] - 1))
                .sorted()
                .map(lack -> -lack)
                .toArray();
    }

    /** How much the most missed tokens are missed on average. */
    double missing(int most) {
        return Arrays.stream(missed).limit(most).average().orElse(0);
    }

    double least() {
        return IntStream.range(0, near.length).mapToDouble(i -> near[i]).min().orElse(0);
    }

    double mean() {
        return IntStream.range(0, near.length).mapToDouble(i -> near[i]).average().orElse(0);
    }

    double tokens() {
        return near.length;
    }

    /** Whether the library has never heard of a thing that is asked about. */
    boolean unheardOf() {
        return asking.words().stream()
                .filter(word -> word.text().length() > 1 && !isHeld(word))
                .filter(word -> asking.text().contains(word.text()))
                .anyMatch(word -> word.weight() >= RARE * asking.unseen());
    }

    /** The weight of the rarest word that the passage does not have. */
    double uncovered() {
        return rarest(word -> !isHeld(word));
    }

    /** The weight of all such words. */
    double allUncovered() {
        return asking.words().stream().filter(word -> !isHeld(word)).mapToDouble(Word::weight).sum()
                / asking.unseen();
    }

    /** The weight of the rarest word that it has. */
    double covered() {
        return rarest(this::isHeld);
    }

    /** The same of its title and headings alone. */
    double coveredByHead() {
        return rarest(word -> one.head().contains(word.text()));
    }

    /** Share of the words, by weight, that its title and headings have. */
    double headCoverage() {
        return Candidate.coverage(asking.words(), one.head());
    }

    private double rarest(Predicate<Word> which) {
        List<Word> words = asking.words();
        return words.stream().filter(which).mapToDouble(Word::weight).max().orElse(0)
                / asking.unseen();
    }

    private boolean isHeld(Word word) {
        return one.text().contains(word.text()) || one.head().contains(word.text());
    }
}
