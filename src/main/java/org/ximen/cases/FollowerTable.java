package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Who joined which case. */
final class FollowerTable {
    private final Db db;

    FollowerTable(Db db) {
        this.db = db;
    }

    /** Somebody to be told. */
    record Follower(long person, Sender tell) {}

    /** Adds a follower; the same again changes nothing. */
    void add(long caseId, Follower follower, Instant now) {
        if (has(caseId, follower.person())) {
            return;
        }
        db.client()
                .sql(
                        """
                        insert into case_follower
                            (case_id, person, tell_channel, tell_address, since)
                        values (:case, :person, :channel, :address, :since)
                        """)
                .param("case", caseId)
                .param("person", follower.person())
                .param("channel", follower.tell().channel())
                .param("address", follower.tell().address())
                .param("since", Times.utc(now))
                .update();
    }

    List<Follower> of(long caseId) {
        return db.client()
                .sql("select * from case_follower where case_id = :case order by since, person")
                .param("case", caseId)
                .query((row, i) ->
                        new Follower(
                                row.getLong("person"),
                                new Sender(
                                        row.getString("tell_channel"),
                                        row.getString("tell_address"))))
                .list();
    }

    /** Takes a person out of all cases. */
    void forget(long person) {
        db.client()
                .sql("delete from case_follower where person = :person")
                .param("person", person)
                .update();
    }

    private boolean has(long caseId, long person) {
        return db.client()
                        .sql(
                                """
                                select count(*) from case_follower
                                where case_id = :case and person = :person
                                """)
                        .param("case", caseId)
                        .param("person", person)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
