package org.ximen.knowledge;

/**
 * How sure we may be that a passage answers: 0 to 100, in three bands.
 *
 * <p>The weights come from a logistic regression (L2 = 1) of 97 answerable against 51 unanswerable
 * questions in residents' own words over 6,597 passages of law, with the patterns of {@link Asked}
 * written in view of the same questions. Area under the curve .93 (.92 in tenfold
 * cross-validation); at these bands 75 % of the answerable are answered, 23 % banded, 2 % refused,
 * and 10 % of the unanswerable answered. The regression gave coverage no weight beside the cosine;
 * it has a little, which cost nothing there and helps short questions about names. ELSEWHERE was
 * made stricter by hand. Without vectors nothing told the two kinds apart well, so there only a
 * passage that holds most of the question's words answers: 16 % answered, 4 % of the unanswerable.
 */
final class Gate {
    /** From here on it answers. */
    static final int ANSWER = 80;

    /** From here on it asks what is meant; below it says that the files do not tell. */
    static final int UNSURE = 50;

    private static final double BIAS = -5.08;
    private static final double COSINE = 10.1;
    private static final double COVERAGE = 1;
    private static final double MISSING = -2.95;
    private static final double ELSEWHERE = -5;
    private static final double WORDS_BIAS = -1.2;
    private static final double WORDS_COVERAGE = 4.3;

    private Gate() {}

    /** The confidence, 0 to 100. */
    static int confidence(Signals signals) {
        double coverage = signals.coverage();
        double sense =
                signals.cosine().isPresent()
                        ? BIAS + COSINE * signals.cosine().getAsDouble() + COVERAGE * coverage
                        : WORDS_BIAS + WORDS_COVERAGE * coverage;
        double against = (signals.missing() ? MISSING : 0) + (signals.elsewhere() ? ELSEWHERE : 0);
        return (int) Math.round(100 / (1 + Math.exp(-sense - against)));
    }
}
