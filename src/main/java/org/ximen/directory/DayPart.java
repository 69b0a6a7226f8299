package org.ximen.directory;

import java.time.LocalTime;

/** A part of the day, as people divide it. */
public enum DayPart implements AskedTime {
    DAWN(0, 0, 6, 0),
    MORNING(6, 0, 12, 0),
    BREAKFAST(6, 0, 10, 0),
    /** When offices may close. */
    NOON(12, 0, 13, 0),
    LUNCH(10, 30, 14, 0),
    AFTERNOON(13, 0, 18, 0),
    SUPPER(16, 0, 20, 0),
    EVENING(18, 0, 22, 0),
    NIGHT(22, 0, 23, 59);

    private final TimeSpan span;

    DayPart(int hour, int minute, int toHour, int toMinute) {
        this.span = new TimeSpan(LocalTime.of(hour, minute), LocalTime.of(toHour, toMinute));
    }

    /** From when to when. */
    public TimeSpan span() {
        return span;
    }
}
