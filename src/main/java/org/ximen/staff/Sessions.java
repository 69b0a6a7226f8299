package org.ximen.staff;

import java.time.Instant;
import org.ximen.db.Db;

/** Who is signed in, as Spring Session keeps it in the database. */
public final class Sessions {
    private final SessionTable table;

    public Sessions(Db db) {
        this.table = new SessionTable(db);
    }

    /** Erases sessions that ended before an instant; returns how many. */
    public int trim(Instant before) {
        return table.trim(before);
    }
}
