package org.ximen.directory;

import java.util.Optional;

/**
 * When a question means.
 *
 * @param days the days that it asks about
 * @param time the time of the day
 */
public record AskedWhen(Optional<AskedDays> days, Optional<AskedTime> time) {
    /** It does not say. */
    public static final AskedWhen UNSAID = new AskedWhen(Optional.empty(), Optional.empty());

    /** What this leaves unsaid is as the other says. */
    AskedWhen or(AskedWhen other) {
        return new AskedWhen(days.or(other::days), time.or(other::time));
    }
}
