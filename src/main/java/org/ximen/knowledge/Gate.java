package org.ximen.knowledge;

/**
 * How sure we may be that a passage answers: 0 to 100, in three bands.
 *
 * <p>Under headings in words 150 small trees over {@link AnswerFeature}s tell. They learnt from
 * 1,227 questions of independent writers whose likeliest passages somebody judged, from 2,134
 * questions in residents' own words, asked of the half of the sample library that has their article
 * and of the other half, and from 178 about other papers and places. More of what speaks for a
 * passage never lowers it. The border is put where 9 of 100 of the judged questions are answered
 * wrongly; see {@code src/test/ranker/README.md} for figures.
 *
 * <p>Under mere numbers (the articles of a law) a logistic regression tells, learnt from questions
 * of law; the trees, which know the words of guides, did worse there. Without vectors nothing told
 * the two kinds apart well, so there only a passage that holds most of the question's words
 * answers.
 */
final class Gate {
    /** From here on it answers. */
    static final int ANSWER = 60;

    /** From here on it asks what is meant; below it says that the files do not tell. */
    static final int UNSURE = 36;

    /** From here on what may be meant is offered all the same: half of the time it is there. */
    static final int OFFERED = 20;

    private static final Trees<Found> TREES =
            Trees.read("gate.txt", name -> AnswerFeature.valueOf(name)::of);

    // Under mere numbers: a logistic regression of questions of law that its passages answer or
    // not.
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
    static int confidence(Found found) {
        double sense =
                found.standing().one().hit().nearness().isEmpty()
                        ? byWords(found)
                        : found.passage().isTitled() ? TREES.of(found) : numbered(found);
        return (int) Math.round(100 / (1 + Math.exp(-sense)));
    }

    private static double byWords(Found found) {
        double coverage = found.asked().coverage(found.standing().one());
        return WORDS_BIAS + WORDS_COVERAGE * coverage + against(found);
    }

    private static double numbered(Found found) {
        var standing = found.standing();
        return BIAS
                + COSINE * found.cosine()
                + COVERAGE * found.asked().coverage(standing.one())
                + SCORE * found.score()
                + CROWD * standing.document().near()
                + COLLOQUIAL * Math.min(standing.pool().colloquial(), MOST_COLLOQUIAL)
                + against(found);
    }

    private static double against(Found found) {
        return (found.hasFact() ? 0 : MISSING) + (found.isElsewhere() ? ELSEWHERE : 0);
    }
}
