package org.ximen.readings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;
import org.ximen.readings.KeptReading.Judgement;
import org.ximen.readings.KeptReading.Why;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;

/** Table {@code reading}. */
final class ReadingTable {
    private static final String LIKELY_WRONG_FIRST =
            """
             order by case why when 'CHANGED' then 0 when 'MISUNDERSTOOD' then 1
                when 'ALARM' then 2 else 3 end, id desc
            """;

    private final JdbcClient client;

    /**
     * What a member of staff may see.
     *
     * @param restricted words of cases and dangers, too
     * @param grievances words against an office, too
     */
    record Sighted(boolean restricted, boolean grievances) {
        String where() {
            return (restricted ? "" : " and restricted = false")
                    + (grievances
                            ? ""
                            : " and act <> 'GRIEVANCE' and coalesce(next_act, '') <> 'GRIEVANCE'"
                                    + " and coalesce(meant_act, '') <> 'GRIEVANCE'"
                                    + " and coalesce(right_act, '') <> 'GRIEVANCE'");
        }
    }

    ReadingTable(JdbcClient client) {
        this.client = client;
    }

    long add(long person, ReadMessage read, Why why, Instant saidAt) {
        var key = new GeneratedKeyHolder();
        var next = read.next();
        client.sql(
                        """
                        insert into reading (person, said_at, words, situation, act, act_percent,
                            next_act, next_percent, categories, danger, danger_level,
                            danger_percent, why, restricted)
                        values (:person, :said, :words, :situation, :act, :percent, :next,
                            :nextPercent, :categories, :danger, :level, :dangerPercent, :why,
                            :restricted)
                        """)
                .param("person", person)
                .param("said", Times.utc(saidAt))
                .param("words", read.words())
                .param("situation", read.state().name())
                .param("act", read.act().act().name())
                .param("percent", ReadingRows.percent(read.act().probability()))
                .param("next", next == null ? null : next.act().name())
                .param("nextPercent", percent(next))
                .param("categories", ReadingRows.packed(read.categories()))
                .param("danger", read.danger().family())
                .param("level", read.danger().level().name())
                .param("dangerPercent", ReadingRows.percent(read.danger().now()))
                .param("why", why.name())
                .param("restricted", read.restricted())
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    private static @Nullable Integer percent(@Nullable ActGuess guess) {
        return guess == null ? null : ReadingRows.percent(guess.probability());
    }

    /** What the person meant; false if it is not kept, or judged already. */
    boolean meant(long id, Why why, @Nullable Act act, @Nullable String category) {
        return client.sql(
                                """
                                update reading set why = :why,
                                    meant_act = coalesce(cast(:act as varchar(20)), meant_act),
                                    meant_category =
                                        coalesce(cast(:category as varchar(60)), meant_category),
                                    restricted = (restricted or :restricted)
                                where id = :id and verdict is null
                                """)
                        .param("why", why.name())
                        .param("act", act == null ? null : act.name())
                        .param("category", category)
                        .param("restricted", category != null || act == Act.REPORT)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ties a reading to the case that came of it. */
    void of(long id, String caseNumber) {
        client.sql("update reading set case_number = ? where id = ?")
                .params(caseNumber, id)
                .update();
    }

    /** The reading that was tied to a case. */
    Optional<Long> ofCase(String number) {
        return client.sql("select id from reading where case_number = ?")
                .param(number)
                .query(Long.class)
                .optional();
    }

    void restrict(long id) {
        client.sql("update reading set restricted = true where id = ?").param(id).update();
    }

    long countSince(long person, Instant since) {
        return client.sql("select count(*) from reading where person = ? and said_at > ?")
                .params(person, Times.utc(since))
                .query(Long.class)
                .single();
    }

    /** Whether just these words wait to be judged, read as the same. */
    boolean waits(String words, Act act) {
        return client.sql(
                                """
                                select count(*) from reading
                                where verdict is null and act = ? and words = ?
                                """)
                        .params(act.name(), words)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<KeptReading> find(long id, Sighted sight) {
        return client.sql("select * from reading where id = ?" + sight.where())
                .param(id)
                .query(ReadingRows::read)
                .optional();
    }

    /** Those that wait, likely wrong ones first; or those that were judged, newest first. */
    List<KeptReading> page(boolean judged, Sighted sight, int page, int size) {
        return client.sql(
                        "select * from reading where verdict is "
                                + (judged ? "not null" : "null")
                                + sight.where()
                                + (judged
                                        ? " order by judged_at desc, id desc"
                                        : LIKELY_WRONG_FIRST)
                                + " limit ? offset ?")
                .params(size, (long) page * size)
                .query(ReadingRows::read)
                .list();
    }

    long count(Sighted sight) {
        return client.sql("select count(*) from reading where verdict is null" + sight.where())
                .query(Long.class)
                .single();
    }

    void judge(long id, Judgement judgement) {
        var said = judgement.said();
        var act = said.act();
        client.sql(
                        """
                        update reading set verdict = :verdict, right_act = :act,
                            right_category = :category, right_danger = :danger, judged_by = :by,
                            judged_at = :at
                        where id = :id
                        """)
                .param("verdict", said.right() ? "RIGHT" : "CORRECTED")
                .param("act", act == null ? null : act.name())
                .param("category", said.category())
                .param("danger", said.danger())
                .param("by", judgement.by())
                .param("at", Times.utc(judgement.at()))
                .param("id", id)
                .update();
    }

    /** False if it was not judged. */
    boolean revoke(long id) {
        return client.sql(
                                """
                                update reading set verdict = null, right_act = null,
                                    right_category = null, right_danger = null, judged_by = null,
                                    judged_at = null
                                where id = ? and verdict is not null
                                """)
                        .param(id)
                        .update()
                == 1;
    }

    /** All that were judged, in the order of their ids. */
    List<KeptReading> judged() {
        return client.sql("select * from reading where verdict is not null order by id")
                .query(ReadingRows::read)
                .list();
    }

    /** Changes whenever what was judged does. */
    String revision() {
        return client.sql(
                        """
                        select count(*) many, coalesce(sum(id), 0) ids, max(judged_at) newest
                        from reading where verdict is not null
                        """)
                .query((row, n) ->
                        row.getLong("many")
                                + " "
                                + row.getLong("ids")
                                + " "
                                + Times.find(row, "newest"))
                .single();
    }

    Optional<Instant> lastJudged() {
        return client.sql("select max(judged_at) newest from reading")
                .query((row, n) -> Optional.ofNullable(Times.find(row, "newest")))
                .single();
    }

    List<KeptReading> of(long person) {
        return client.sql("select * from reading where person = ? order by id desc")
                .param(person)
                .query(ReadingRows::read)
                .list();
    }

    void delete(long person) {
        client.sql("delete from reading where person = ?").param(person).update();
    }

    int deleteOld(Instant waiting, Instant judged) {
        return client.sql(
                        """
                        delete from reading
                        where verdict is null and said_at < ? or judged_at < ?
                        """)
                .params(Times.utc(waiting), Times.utc(judged))
                .update();
    }
}
