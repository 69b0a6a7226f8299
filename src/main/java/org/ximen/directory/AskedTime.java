package org.ximen.directory;

import java.time.LocalTime;

/** A time of the day that a question names. */
public sealed interface AskedTime permits DayPart, AskedTime.Moment {
    /** By the clock. */
    record Moment(LocalTime at) implements AskedTime {}
}
