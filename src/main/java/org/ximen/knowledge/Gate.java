package org.ximen.knowledge;

/**
 * How sure we may be that a passage answers: 0 to 100, in three bands.
 *
 * <p>100 small trees over {@link AnswerFeature}s, learnt from questions with what was found for
 * them: 1,500 about some 100 regulations (each with and without its own documents in the library),
 * 600 of these asked of the sample knowledge that has nothing on them, 154 about the sample
 * knowledge (with and without the article), 277 as people type them, with a verdict on what was
 * found, and 253 where another paper or place stood in for the one that is known, or where an
 * origin or a road was added. More of what speaks for a passage never lowers it. How much words
 * weigh in a library of another size is no feature: trees that knew it failed on law texts (area
 * under the curve of authored questions .70, now .90). On articles and lines not learnt from, 103
 * of 154 questions about the sample knowledge are answered rightly, 16 wrongly, and 20 whose
 * article was taken away (106, 22 and 50 by the formula before); of 277 as people type them 35
 * rightly and 25 wrongly (38 and 49); see {@code src/test/ranker/README.md}. Without vectors
 * nothing told the two kinds apart well, so there only a passage that holds most of the question's
 * words answers.
 */
final class Gate {
    /** From here on it answers. */
    static final int ANSWER = 60;

    /** From here on it asks what is meant; below it says that the files do not tell. */
    static final int UNSURE = 36;

    private static final Trees<AnswerFeature> TREES = Trees.read("gate.txt", AnswerFeature.class);

    private static final double WORDS_BIAS = -1.8;
    private static final double WORDS_COVERAGE = 4.3;
    private static final double WORDS_MISSING = -2.5;
    private static final double WORDS_ELSEWHERE = -4;

    private Gate() {}

    /** The confidence, 0 to 100. */
    static int confidence(Found found) {
        double sense =
                found.standing().one().hit().nearness().isPresent()
                        ? sum(found)
                        : WORDS_BIAS
                                + WORDS_COVERAGE * found.asked().coverage(found.standing().one())
                                + (found.hasFact() ? 0 : WORDS_MISSING)
                                + (found.isElsewhere() ? WORDS_ELSEWHERE : 0);
        return (int) Math.round(100 / (1 + Math.exp(-sense)));
    }

    private static double sum(Found found) {
        var values = new double[AnswerFeature.values().length];
        for (var feature : TREES.used()) {
            values[feature.ordinal()] = feature.of(found);
        }
        return TREES.score(values);
    }
}
