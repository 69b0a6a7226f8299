package org.ximen.knowledge;

/**
 * How sure we may be that a passage answers: 0 to 100, in three bands.
 *
 * <p>A logistic regression of answerable against unanswerable questions: residents' own words over
 * 6,597 passages of law (97 and 51, each kind weighing 1), lay questions of law (598 and 182) and
 * questions about government documents (403 and 935), the last two weighing .3; the ranker had not
 * learnt from the first. The bands were set on those 148, where the area under the curve is .93
 * (.91 in tenfold cross-validation). With the ranker that compares tokens the same weights did as
 * well as new ones, and nearness token by token told nothing more. ELSEWHERE was made stricter by
 * hand. Without vectors nothing told the two kinds apart well, so there only a passage that holds
 * most of the question's words answers.
 */
final class Gate {
    /** From here on it answers. */
    static final int ANSWER = 60;

    /** From here on it asks what is meant; below it says that the files do not tell. */
    static final int UNSURE = 36;

    private static final double BIAS = -4.5;
    private static final double COSINE = 5.6;
    private static final double COVERAGE = 0.6;
    private static final double SCORE = 0.4;
    private static final double CROWD = -0.03;
    private static final double COLLOQUIAL = 0.5;
    private static final double MOST_COLLOQUIAL = 3;
    private static final double MISSING = -2.5;
    private static final double ELSEWHERE = -4;
    private static final double WORDS_BIAS = -1.8;
    private static final double WORDS_COVERAGE = 4.3;

    private Gate() {}

    /** The confidence, 0 to 100. */
    static int confidence(Signals signals) {
        double sense =
                signals.nearness().isPresent()
                        ? BIAS
                                + COSINE * signals.nearness().get().cosine()
                                + COVERAGE * signals.coverage()
                                + SCORE * signals.score()
                                + CROWD * signals.crowd()
                                + COLLOQUIAL * Math.min(signals.colloquial(), MOST_COLLOQUIAL)
                        : WORDS_BIAS + WORDS_COVERAGE * signals.coverage();
        double against = (signals.missing() ? MISSING : 0) + (signals.elsewhere() ? ELSEWHERE : 0);
        return (int) Math.round(100 / (1 + Math.exp(-sense - against)));
    }
}
