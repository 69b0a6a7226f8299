package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.understanding.Verdict;

/** Table {@code case_rating}: what people of a case think of it each time that it is over. */
final class RatingTable {
    private final Db db;

    RatingTable(Db db) {
        this.db = db;
    }

    /** Somebody who is asked. */
    record Asked(long caseId, long person, int round, Instant at) {}

    /** Somebody who has not answered. */
    record Silent(long id, long caseId, Sender tell, Instant askedAt) {}

    /** Asks somebody, once a round. */
    void ask(Asked asked, Sender tell) {
        if (find(asked).isPresent()) {
            return;
        }
        db.client()
                .sql(
                        """
                        insert into case_rating
                            (case_id, person, nth_end, tell_channel, tell_address, asked_at)
                        values (:case, :person, :round, :channel, :address, :at)
                        """)
                .params(keys(asked))
                .param("channel", tell.channel())
                .param("address", tell.address())
                .param("at", Times.utc(asked.at()))
                .update();
    }

    Optional<Rating> find(Asked asked) {
        return db.client()
                .sql("select * from case_rating" + KEY)
                .params(keys(asked))
                .query(RatingTable::rating)
                .optional();
    }

    /** Writes an answer; the last one to a question counts. */
    void answer(Asked asked, Rating rating, String words, Instant now) {
        db.client()
                .sql(
                        """
                        update case_rating set contacted = :contacted, solved = :solved,
                            satisfied = :satisfied, words = :words, answered_at = :now
                        """
                                + KEY)
                .params(keys(asked))
                .param("contacted", name(rating.contacted()))
                .param("solved", name(rating.solved()))
                .param("satisfied", name(rating.satisfied()))
                .param("words", words)
                .param("now", Times.utc(now))
                .update();
    }

    /** Those who were asked between two instants and neither answered nor were reminded. */
    List<Silent> silent(Instant since, Instant before) {
        return db.client()
                .sql(
                        """
                        select * from case_rating where answered_at is null and reminded_at is null
                            and tell_channel is not null
                            and asked_at >= :since and asked_at <= :before order by id
                        """)
                .param("since", Times.utc(since))
                .param("before", Times.utc(before))
                .query((row, n) ->
                        new Silent(
                                row.getLong("id"),
                                row.getLong("case_id"),
                                new Sender(
                                        row.getString("tell_channel"),
                                        row.getString("tell_address")),
                                Times.get(row, "asked_at")))
                .list();
    }

    /** Notes a reminder; false if it was noted already or answered meanwhile. */
    boolean reminded(long id, Instant now) {
        return db.client()
                        .sql(
                                """
                                update case_rating set reminded_at = :now where id = :id
                                    and reminded_at is null and answered_at is null
                                """)
                        .param("id", id)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    /** What a person answered, newest first. */
    List<Rating> of(long person) {
        return db.client()
                .sql(
                        """
                        select * from case_rating where person = :person
                            and answered_at is not null order by id desc
                        """)
                .param("person", person)
                .query(RatingTable::rating)
                .list();
    }

    /** All that was asked since an instant; whoever did not answer is among them. */
    List<Rating> since(Instant since) {
        return db.client()
                .sql("select * from case_rating where asked_at >= :since")
                .param("since", Times.utc(since))
                .query(RatingTable::rating)
                .list();
    }

    /** Takes a person out; what was counted stays. */
    void forget(long person) {
        db.client()
                .sql(
                        """
                        update case_rating set person = null, tell_channel = null,
                            tell_address = null, words = null where person = :person
                        """)
                .param("person", person)
                .update();
    }

    private static final String KEY =
            " where case_id = :case and person = :person and nth_end = :round";

    private static Map<String, ?> keys(Asked asked) {
        return Map.of("case", asked.caseId(), "person", asked.person(), "round", asked.round());
    }

    static Rating rating(ResultSet row, int n) throws SQLException {
        return new Rating(
                verdict(row, "contacted"), verdict(row, "solved"), verdict(row, "satisfied"));
    }

    private static @Nullable Verdict verdict(ResultSet row, String column) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Verdict.valueOf(name);
    }

    private static @Nullable String name(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }
}
