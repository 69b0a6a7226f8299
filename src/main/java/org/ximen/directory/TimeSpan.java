package org.ximen.directory;

import java.time.LocalTime;

/** From one time of a day to a later one of the same day. */
public record TimeSpan(LocalTime from, LocalTime to) {
    private static final LocalTime LAST = LocalTime.of(23, 59);

    public TimeSpan {
        PlaceToGo.require(from.isBefore(to), "时间应先起后止：" + from + "—" + to);
    }

    /** Whether it is open at this time; at the end it is closed. */
    public boolean holds(LocalTime time) {
        return !time.isBefore(from) && (time.isBefore(to) || isEndless());
    }

    private boolean isEndless() {
        return to.equals(LAST);
    }

    /** Both, of which the other does not begin earlier. */
    TimeSpan with(TimeSpan other) {
        return new TimeSpan(from, to.isAfter(other.to()) ? to : other.to());
    }

    /** Whether the two have more than a moment in common. */
    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Whether it is the whole day. */
    public boolean isAllDay() {
        return from.equals(LocalTime.MIDNIGHT) && isEndless();
    }

    /** Such as 9:00–17:00. */
    public String shown() {
        return clock(from) + "–" + clock(to);
    }

    /** Such as 9:00. */
    public static String clock(LocalTime time) {
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
