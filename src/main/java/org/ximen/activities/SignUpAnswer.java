package org.ximen.activities;

import org.jspecify.annotations.Nullable;

/**
 * What came of wanting a seat, or of wanting it no more.
 *
 * @param activity null if there is none, or nobody was told of it yet
 * @param signUp as it stands now; null if there is none
 * @param ahead how many sign-ups wait before it
 */
public record SignUpAnswer(
        Outcome outcome, @Nullable Activity activity, @Nullable SignUp signUp, long ahead) {
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
