package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;

/** Asks once more whoever has not said whether a case is solved; silence is never taken for yes. */
final class RatingReminder {
    private static final Logger LOG = LoggerFactory.getLogger(RatingReminder.class);
    private static final int WORKING_DAYS = 2;

    private final Db db;
    private final Tables tables;
    private final WorkCalendar calendar;
    private final Telling telling;

    RatingReminder(Db db, Tables tables, WorkCalendar calendar, Telling telling) {
        this.db = db;
        this.tables = tables;
        this.calendar = calendar;
        this.telling = telling;
    }

    int sweep(Instant now) {
        int reminded = 0;
        for (var silent : tables.ratings().silent(now.minus(RatingDesk.TERM), now)) {
            reminded += IsolatedRun.of(() -> remind(silent, now), why -> aside(silent, why));
        }
        return reminded;
    }

    private static int aside(RatingTable.Silent silent, Throwable why) {
        LOG.error("回访 {} 这一次没有提醒成，稍后再试", silent.id(), why);
        return 0;
    }

    private int remind(RatingTable.Silent silent, Instant now) {
        var due = calendar.after(silent.askedAt(), WORKING_DAYS, LimitUnit.WORKING_DAYS);
        return !due.isAfter(now) && db.in(() -> told(silent, now)) ? 1 : 0;
    }

    private boolean told(RatingTable.Silent silent, Instant now) {
        if (!tables.ratings().reminded(silent.id(), now)) {
            return false;
        }
        tables.cases().get(List.of(silent.caseId())).stream()
                .filter(stored -> stored.item().lastEnd().isPresent())
                .forEach(stored -> telling.remind(stored, silent.tell(), now));
        return true;
    }
}
