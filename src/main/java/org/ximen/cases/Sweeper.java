package org.ximen.cases;

import java.time.Instant;
import org.ximen.workdays.WorkCalendar;

/** Warns of time running out; each threshold of a case once. */
final class Sweeper {
    // 50, 80, 100: our design; 300: Signalen's "three times too late"
    private static final int[] THRESHOLDS = {300, 100, 80, 50};

    private final Tables tables;
    private final WorkCalendar calendar;
    private final Crew crew;

    Sweeper(Tables tables, WorkCalendar calendar, Crew crew) {
        this.tables = tables;
        this.calendar = calendar;
        this.crew = crew;
    }

    int sweep(Instant now) {
        int warnings = 0;
        for (var stored : tables.cases().ticking(THRESHOLDS[0])) {
            int crossed = crossed(stored.item().clock().percent(now, calendar));
            if (crossed > stored.warned() && tables.cases().warned(stored, crossed)) {
                var state = stored.item().state();
                var note = "办理时限已用 " + crossed + "%";
                tables.events().add(stored.id(), new Event(now, "系统", null, state, state, note));
                crew.warned(stored.item(), note, now);
                warnings++;
            }
        }
        return warnings;
    }

    private static int crossed(long percent) {
        for (int threshold : THRESHOLDS) {
            if (percent >= threshold) {
                return threshold;
            }
        }
        return 0;
    }
}
