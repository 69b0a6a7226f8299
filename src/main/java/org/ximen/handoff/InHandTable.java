package org.ximen.handoff;

import java.time.Instant;
import java.util.Optional;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code ticket_in_hand}: one talk for each member, led from their chat. */
final class InHandTable {
    private final Db db;

    InHandTable(Db db) {
        this.db = db;
    }

    /**
     * @param since when it was taken into hand
     * @param saidAt when something was last said in it
     */
    record Row(long ticket, Instant since, Instant saidAt) {}

    void put(String member, long ticket, Instant now) {
        drop(member);
        db.client()
                .sql(
                        """
                        insert into ticket_in_hand (held_by, ticket, since, said_at)
                        values (?, ?, ?, ?)
                        """)
                .params(member, ticket, Times.utc(now), Times.utc(now))
                .update();
    }

    /** Something was said in it. */
    void touch(long ticket, Instant now) {
        db.client()
                .sql("update ticket_in_hand set said_at = ? where ticket = ?")
                .params(Times.utc(now), ticket)
                .update();
    }

    Optional<Row> find(String member) {
        return db.client()
                .sql("select * from ticket_in_hand where held_by = ?")
                .params(member)
                .query((row, n) ->
                        new Row(
                                row.getLong("ticket"),
                                Times.get(row, "since"),
                                Times.get(row, "said_at")))
                .optional();
    }

    void drop(String member) {
        db.client().sql("delete from ticket_in_hand where held_by = ?").params(member).update();
    }

    void drop(long ticket) {
        db.client().sql("delete from ticket_in_hand where ticket = ?").params(ticket).update();
    }
}
