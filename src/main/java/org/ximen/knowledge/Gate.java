package org.ximen.knowledge;

/**
 * How sure we may be that a passage answers: 0 to 100, in three bands.
 *
 * <p>A logistic regression of answerable against unanswerable questions: residents' own words over
 * 6,597 passages of law (97 and 51, each kind weighing 1), lay questions of law (400 and 182) and
 * questions about government documents (400 and 400), the last two weighing a tenth; the ranker had
 * not learnt from the first. On those 148 the area under the curve is .91 (.88 in tenfold
 * cross-validation). The bands were set there. ELSEWHERE was made stricter by hand and COVERAGE
 * heavier (it helps short questions about names, and cost nothing there). Without vectors nothing
 * told the two kinds apart well, so there only a passage that holds most of the question's words
 * answers.
 */
final class Gate {
    /** From here on it answers. */
    static final int ANSWER = 72;

    /** From here on it asks what is meant; below it says that the files do not tell. */
    static final int UNSURE = 43;

    private static final double BIAS = -4.38;
    private static final double COSINE = 7;
    private static final double COVERAGE = 0.8;
    private static final double SCORE = 0.15;
    private static final double MISSING = -2.5;
    private static final double ELSEWHERE = -4;
    private static final double WORDS_BIAS = -1.8;
    private static final double WORDS_COVERAGE = 4.3;

    private Gate() {}

    /** The confidence, 0 to 100. */
    static int confidence(Signals signals) {
        double sense =
                signals.cosine().isPresent()
                        ? BIAS
                                + COSINE * signals.cosine().getAsDouble()
                                + COVERAGE * signals.coverage()
                                + SCORE * signals.score()
                        : WORDS_BIAS + WORDS_COVERAGE * signals.coverage();
        double against = (signals.missing() ? MISSING : 0) + (signals.elsewhere() ? ELSEWHERE : 0);
        return (int) Math.round(100 / (1 + Math.exp(-sense - against)));
    }
}
