package org.ximen.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.Limit;
import org.ximen.workdays.WorkCalendar;

/**
 * The clock of handling; pause and extension are part of the arithmetic.
 *
 * @param limit one original limit
 * @param start when it began to run
 * @param deadline when it ends
 * @param pausedAt since when it has stood still, null while it runs
 * @param extensions how often it was extended
 */
public record Clock(
        Limit limit, Instant start, Instant deadline, @Nullable Instant pausedAt, int extensions) {
    /** An extension adds one original limit, at most twice. */
    public static final int MOST_EXTENSIONS = 2;

    private static final int PERCENT = 100;

    static Clock starting(Limit limit, Instant now, WorkCalendar calendar) {
        return new Clock(limit, now, calendar.after(now, limit), null, 0);
    }

    Clock extended(WorkCalendar calendar) {
        var later = calendar.after(deadline, limit);
        return new Clock(limit, start, later, pausedAt, extensions + 1);
    }

    Clock paused(Instant now) {
        return new Clock(limit, start, deadline, now, extensions);
    }

    Clock resumed(Instant now, WorkCalendar calendar) {
        var since = pausedAt == null ? now : pausedAt;
        var unit = limit.unit();
        // the start moves too, so that the share that has run stays what it was
        return new Clock(
                limit,
                calendar.shifted(start, since, now, unit),
                calendar.shifted(deadline, since, now, unit),
                null,
                extensions);
    }

    /** When so many percent of the time have run; may exceed 100. */
    Instant at(int percent, WorkCalendar calendar) {
        var unit = limit.unit();
        var part = calendar.between(start, deadline, unit).multipliedBy(percent).dividedBy(PERCENT);
        // to what a database keeps, so that it is reached when it says
        return calendar.after(start, part, unit).truncatedTo(ChronoUnit.MICROS);
    }
}
