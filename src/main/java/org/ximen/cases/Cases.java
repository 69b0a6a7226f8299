package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.outbox.Outbox;
import org.ximen.workdays.WorkCalendar;

/** The street's grid cases: reporting, moving, finding, forgetting. */
public final class Cases {
    public Cases(Db db, Intake intake, District district, WorkCalendar calendar, Outbox outbox) {}

    public GridCase report(Draft draft, long reporter, Sender tell, Instant now) {
        throw new UnsupportedOperationException();
    }

    public GridCase move(String number, Move move, Actor by, Instant now) {
        throw new UnsupportedOperationException();
    }

    public Optional<GridCase> find(String number) {
        throw new UnsupportedOperationException();
    }

    public List<GridCase> list(CaseFilter filter) {
        throw new UnsupportedOperationException();
    }

    public List<GridCase> of(long reporter) {
        throw new UnsupportedOperationException();
    }

    public List<Verb> open(GridCase c, Actor by) {
        throw new UnsupportedOperationException();
    }

    public List<GridCase> similar(Draft draft, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void follow(String number, long person, Sender tell, Instant now) {
        throw new UnsupportedOperationException();
    }

    public void forget(long person, Instant now) {
        throw new UnsupportedOperationException();
    }

    public List<Exported> export(long person) {
        throw new UnsupportedOperationException();
    }

    public int sweep(Instant now) {
        throw new UnsupportedOperationException();
    }
}
