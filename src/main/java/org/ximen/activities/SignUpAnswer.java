package org.ximen.activities;

import org.jspecify.annotations.Nullable;

/**
 * What came of wanting a seat, or of wanting it no more.
 *
 * @param activity null if there is none, or nobody was told of it yet
 * @param signUp as it stands now; null if there is none
 * @param ahead how many sign-ups wait before it, counted up to {@link #MOST_AHEAD}
 */
public record SignUpAnswer(
        Outcome outcome, @Nullable Activity activity, @Nullable SignUp signUp, long ahead) {
    /** Of more it does not matter how many. */
    public static final int MOST_AHEAD = 200;

    /** What came of it. */
    public enum Outcome {
        CONFIRMED,
        WAITING,
        /** They had signed up before, and nothing has changed. */
        ALREADY,
        /** More seats than one person may take. */
        TOO_MANY,
        /** Too late. */
        OVER,
        /** It is for other areas or other people. */
        NOT_FOR,
        /** It has begun, so that nothing can be cancelled any more. */
        BEGUN,
        /** It was called off, or is not there. */
        GONE,
        CANCELLED,
        /** They had not signed up, or the offer was not open any more. */
        NONE
    }

    static SignUpAnswer of(Outcome outcome, @Nullable Activity activity) {
        return new SignUpAnswer(outcome, activity, null, 0);
    }
}
