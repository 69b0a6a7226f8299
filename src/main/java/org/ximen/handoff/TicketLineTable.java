package org.ximen.handoff;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code ticket_line}: what the two said, and what staff noted for themselves. */
final class TicketLineTable {
    private final Db db;

    TicketLineTable(Db db) {
        this.db = db;
    }

    /** What a line is. */
    enum Kind {
        /** By one of the two to the other. */
        SAID,
        /** A note for the staff alone. */
        NOTE,
        /** What staff did, for the staff alone. */
        STEP
    }

    /**
     * @param staff account name; null for the resident
     */
    void say(long ticket, @Nullable String staff, String text, Instant now) {
        add(ticket, Kind.SAID, staff, text, now);
    }

    void add(long ticket, Kind kind, @Nullable String staff, String text, Instant now) {
        db.client()
                .sql(
                        """
                        insert into ticket_line (ticket, kind, said_by, said, said_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(ticket, kind.name(), staff, text, Times.utc(now)))
                .update();
    }

    List<Ticket.Line> said(long ticket) {
        return list(ticket, "select * from ticket_line where ticket = ? and kind = 'SAID'");
    }

    /** What the resident never reads. */
    List<Ticket.Line> internal(long ticket) {
        return list(ticket, "select * from ticket_line where ticket = ? and kind <> 'SAID'");
    }

    private List<Ticket.Line> list(long ticket, String those) {
        return db.client()
                .sql(those + " order by id")
                .params(ticket)
                .query((row, n) ->
                        new Ticket.Line(
                                row.getString("said_by"),
                                row.getString("said"),
                                Times.get(row, "said_at")))
                .list();
    }
}
