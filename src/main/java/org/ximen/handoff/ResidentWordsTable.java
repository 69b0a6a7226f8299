package org.ximen.handoff;

import java.time.Instant;
import java.util.List;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code resident_words}: what people said to the assistant last. */
final class ResidentWordsTable {
    private final Db db;

    ResidentWordsTable(Db db) {
        this.db = db;
    }

    /**
     * @param message id of the message, by which its replies are found
     */
    record Row(String message, String said, Instant at) {}

    void add(long person, Row row) {
        db.client()
                .sql(
                        """
                        insert into resident_words (person, message, said, said_at)
                        values (?, ?, ?, ?)
                        """)
                .params(person, row.message(), row.said(), Times.utc(row.at()))
                .update();
    }

    /** The newest of a person, newest first. */
    List<Row> list(long person, int most) {
        return db.client()
                .sql(
                        """
                        select * from resident_words where person = ?
                        order by id desc fetch first ? rows only
                        """)
                .params(person, most)
                .query((row, n) ->
                        new Row(
                                row.getString("message"),
                                row.getString("said"),
                                Times.get(row, "said_at")))
                .list();
    }

    void delete(long person) {
        db.client().sql("delete from resident_words where person = ?").params(person).update();
    }

    /** Who waits or talks keeps theirs until that is over. */
    int deleteOld(Instant before) {
        return db.client()
                .sql(
                        """
                        delete from resident_words where said_at < ? and not exists (
                            select 1 from ticket
                            where ticket.person = resident_words.person
                                and ticket.state in ('WAITING', 'CLAIMED'))
                        """)
                .params(Times.utc(before))
                .update();
    }
}
