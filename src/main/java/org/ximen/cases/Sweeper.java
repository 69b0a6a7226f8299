package org.ximen.cases;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.workdays.WorkCalendar;

/** Warns of time running out; each threshold of a case once, each case by itself. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    // 50, 80, 100: our design; 300: Signalen's "three times too late"
    private static final int[] THRESHOLDS = {300, 100, 80, 50};

    private final Db db;
    private final Tables tables;
    private final WorkCalendar calendar;
    private final Crew crew;

    Sweeper(Db db, Tables tables, WorkCalendar calendar, Crew crew) {
        this.db = db;
        this.tables = tables;
        this.calendar = calendar;
        this.crew = crew;
    }

    int sweep(Instant now) {
        int warnings = 0;
        for (var stored : tables.cases().ticking(THRESHOLDS[0])) {
            warnings += IsolatedRun.of(() -> warn(stored, now), why -> aside(stored, why));
        }
        return warnings;
    }

    private static int aside(Stored stored, Throwable why) {
        LOG.error("案件 {} 的时限这一次没有查成，稍后再试", stored.item().number(), why);
        return 0;
    }

    private int warn(Stored stored, Instant now) {
        int crossed = crossed(stored.item().clock().percent(now, calendar));
        boolean first = crossed > stored.warned() && db.in(() -> warn(stored, crossed, now));
        return first ? 1 : 0;
    }

    private boolean warn(Stored stored, int crossed, Instant now) {
        if (!tables.cases().warned(stored, crossed)) {
            return false;
        }
        var state = stored.item().state();
        var note = "办理时限已用 " + crossed + "%";
        tables.events().add(stored.id(), new Event(now, "系统", null, state, state, note));
        crew.warned(stored.item(), note, now);
        return true;
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
