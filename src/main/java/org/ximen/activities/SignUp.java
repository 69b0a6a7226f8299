package org.ximen.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up (报名) of one person for one activity.
 *
 * @param person null once forgotten
 * @param turn by which those who wait stand in line
 * @param firstNumber of its seats, which follow each other; null until it is confirmed
 * @param offeredUntil until when an offered seat is kept; null unless one is
 * @param attended whether they came; null while nobody noted it
 */
public record SignUp(
        long id,
        long activity,
        @Nullable Long person,
        SignUpState state,
        int seats,
        int turn,
        @Nullable Integer firstNumber,
        Instant signedAt,
        @Nullable Instant offeredUntil,
        @Nullable Boolean attended) {
    /** Whether it is neither cancelled nor lapsed. */
    public boolean isLive() {
        return state != SignUpState.CANCELLED;
    }

    /** The numbers of its seats, such as 17、18; empty until it is confirmed. */
    public String numbers() {
        var first = firstNumber;
        if (first == null) {
            return "";
        }
        return switch (seats) {
            case 1 -> first.toString();
            case 2 -> first + "、" + (first + 1);
            default -> first + "–" + (first + seats - 1);
        };
    }
}
