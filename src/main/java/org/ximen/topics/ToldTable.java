package org.ximen.topics;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code topic_told}: who was told of a topic, and what they think of its effect. */
final class ToldTable {
    private final JdbcClient client;

    ToldTable(JdbcClient client) {
        this.client = client;
    }

    /** Notes that somebody is told that a topic was raised; false if they were before. */
    boolean start(long topic, long person, Instant now) {
        return note(topic, person, "started_at", now);
    }

    /** Notes that somebody is told that it is over; false if they were before. */
    boolean end(long topic, long person, Instant now) {
        return note(topic, person, "ended_at", now);
    }

    private boolean note(long topic, long person, String column, Instant now) {
        boolean known =
                client.sql("select count(*) from topic_told where topic_id = ? and person = ?")
                                .params(topic, person)
                                .query(Long.class)
                                .single()
                        > 0;
        var sql =
                known
                        ? "update topic_told set %s = :now where topic_id = :topic"
                                + " and person = :person and %<s is null"
                        : "insert into topic_told (topic_id, person, %s)"
                                + " values (:topic, :person, :now)";
        return client.sql(sql.formatted(column))
                        .param("topic", topic)
                        .param("person", person)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    /** Who was told that one was raised need not hear it of the other that it is now part of. */
    void join(long one, long other) {
        client.sql(
                        """
                        insert into topic_told (topic_id, person, started_at)
                        select cast(:other as bigint), t.person, t.started_at from topic_told t
                        where t.topic_id = :one and t.person is not null
                            and not exists (select 1 from topic_told known
                                where known.topic_id = :other and known.person = t.person)
                        """)
                .param("one", one)
                .param("other", other)
                .update();
    }

    /** Notes that the staff hear that it is no better; false if they heard it of them before. */
    boolean worse(long topic, long person) {
        return client.sql(
                                """
                                update topic_told set worse_told = true
                                where topic_id = ? and person = ? and worse_told = false
                                """)
                        .params(topic, person)
                        .update()
                == 1;
    }

    /** What somebody answered who was told of the end; empty if they were not. */
    Optional<Optional<EffectVerdict>> answer(long topic, long person) {
        return client.sql(
                        """
                        select answer from topic_told
                        where topic_id = ? and person = ? and ended_at is not null
                        """)
                .params(topic, person)
                .query((row, n) ->
                        Optional.ofNullable(row.getString("answer")).map(EffectVerdict::valueOf))
                .optional();
    }

    /** Writes an answer; the last one counts. */
    void answer(long topic, long person, EffectVerdict verdict, Instant now) {
        client.sql(
                        """
                        update topic_told set answer = :answer, answered_at = :now
                        where topic_id = :topic and person = :person
                        """)
                .param("answer", verdict.name())
                .param("now", Times.utc(now))
                .param("topic", topic)
                .param("person", person)
                .update();
    }

    /** How many answered what; who was silent is not among them. */
    Map<EffectVerdict, Long> answers(long topic) {
        var counts = new EnumMap<EffectVerdict, Long>(EffectVerdict.class);
        client.sql(
                        """
                        select answer, count(*) as n from topic_told
                        where topic_id = ? and answer is not null group by answer
                        """)
                .param(topic)
                .query(row -> {
                    counts.put(EffectVerdict.valueOf(row.getString("answer")), row.getLong("n"));
                });
        return counts;
    }

    /** How many were told of the end. */
    long asked(long topic) {
        return client.sql(
                        "select count(*) from topic_told where topic_id = ? and ended_at is not null")
                .param(topic)
                .query(Long.class)
                .single();
    }

    /** Ids of the topics that somebody was told of. */
    List<Long> of(long person) {
        return client.sql("select topic_id from topic_told where person = ? order by topic_id")
                .param(person)
                .query(Long.class)
                .list();
    }

    /** Takes a person out; what was counted stays. */
    void forget(long person) {
        client.sql("update topic_told set person = null where person = ?").param(person).update();
    }
}
