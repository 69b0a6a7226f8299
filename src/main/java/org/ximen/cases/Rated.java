package org.ximen.cases;

/**
 * What came of somebody's judgement of a case that was over.
 *
 * @param item the case as it is now
 * @param rating all that they answered in this round
 */
public record Rated(GridCase item, Rating rating, Came came) {
    /** What was done. */
    public enum Came {
        /** It is noted. */
        NOTED,
        /** It was given back to the same unit, with half the time. */
        REOPENED,
        /** It was opened again before; the desk decides now. */
        FOR_THE_DESK,
        /** What was not taken up is not opened again; who leads reads it. */
        FOR_A_LEADER,
        /** Whoever decides was told before. */
        TOLD_BEFORE,
        /** The case is under way again, or the question was about an earlier end of it. */
        PAST,
        /** Too long ago: it has to be reported anew. */
        TOO_LATE
    }
}
