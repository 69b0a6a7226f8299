package org.ximen.gaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;
import org.ximen.meaning.Vectors;

/** Table {@code gap}, with what its questions add up to. */
final class GapTable {
    private static final String SUMMED =
            """
            select g.*, q.people, q.times, q.refused, q.last_asked from gap g left join (
                select gap, count(distinct coalesce(person, -id)) people, count(*) times,
                    count(case when result <> 'ANSWERED' then 1 end) refused,
                    max(asked_at) last_asked
                from gap_question where gap is not null group by gap) q on q.gap = g.id
            """;

    private final JdbcClient client;

    GapTable(JdbcClient client) {
        this.client = client;
    }

    /**
     * A group for finding what belongs to it.
     *
     * @param into the group that counts: itself unless it was merged
     * @param vector null where no model, or another one, has read the question
     */
    record Likeness(long id, long into, String question, float @Nullable [] vector) {}

    /** A change that staff made. */
    record Change(
            Gap.State state,
            String question,
            @Nullable String article,
            @Nullable String note,
            String by) {}

    long insert(String question, Instant now) {
        var key = new GeneratedKeyHolder();
        client.sql("insert into gap (state, question, changed_at) values ('OPEN', ?, ?)")
                .params(question, Times.utc(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    void vector(long id, String model, float[] vector) {
        client.sql("update gap set model = ?, vector = ? where id = ?")
                .params(model, Vectors.toBytes(vector), id)
                .update();
    }

    /** All groups by id; vectors of other models are left out. */
    List<Likeness> likenesses(String model) {
        return client.sql("select * from gap order by id")
                .query((row, n) -> {
                    long into = row.getLong("merged_into");
                    long id = row.getLong("id");
                    var bytes = row.getBytes("vector");
                    boolean same = bytes != null && model.equals(row.getString("model"));
                    return new Likeness(
                            id,
                            into == 0 ? id : into,
                            row.getString("question"),
                            same ? Vectors.fromBytes(bytes) : null);
                })
                .list();
    }

    /** A page, the most wanted first; what nobody asks any more is left out. */
    List<Gap> page(Gap.State state, int page, int size) {
        return client.sql(
                        SUMMED
                                + """
                                where g.state = ? and (q.times > 0 or g.state <> 'OPEN')
                                order by coalesce(q.people, 0) desc, coalesce(q.times, 0) desc,
                                    g.id desc
                                limit ? offset ?
                                """)
                .params(state.name(), size, (long) page * size)
                .query(this::read)
                .list();
    }

    Optional<Gap> find(long id) {
        return client.sql(SUMMED + "where g.id = ?").params(id).query(this::read).optional();
    }

    /** False if it is no longer in the state it was seen in. */
    boolean change(Gap seen, Change to, Instant now) {
        return client.sql(
                                """
                                update gap set state = ?, question = ?, article = ?, note = ?,
                                    changed_by = ?, changed_at = ?
                                where id = ? and state = ?
                                """)
                        .params(
                                Arrays.asList(
                                        to.state().name(),
                                        to.question(),
                                        to.article(),
                                        to.note(),
                                        to.by(),
                                        Times.utc(now),
                                        seen.id(),
                                        seen.state().name()))
                        .update()
                == 1;
    }

    /** The group, and what had been merged into it, belong to another from now on. */
    void point(long from, long to) {
        client.sql("update gap set merged_into = ? where id = ? or merged_into = ?")
                .params(to, from, from)
                .update();
    }

    /** There is something to look at again. */
    void open(long id, Instant now) {
        client.sql("update gap set state = 'OPEN', changed_at = ? where id = ?")
                .params(Times.utc(now), id)
                .update();
    }

    /** An answer that is missed again is no answer. */
    void reopen(long id, Instant now) {
        client.sql(
                        "update gap set state = 'OPEN', changed_at = ? where id = ? and state = 'ANSWERED'")
                .params(Times.utc(now), id)
                .update();
    }

    /**
     * Erases groups without a question that no answer keeps, and names the others after questions
     * that are still kept.
     */
    void prune() {
        client.sql(
                        """
                        delete from gap where state = 'MERGED' and not exists (
                            select 1 from gap_question q
                            where q.gap = gap.merged_into and q.question = gap.question)
                        """)
                .update();
        client.sql(
                        """
                        delete from gap where article is null and state <> 'MERGED'
                            and not exists (select 1 from gap_question q where q.gap = gap.id)
                        """)
                .update();
        client.sql(
                        """
                        update gap set model = null, vector = null, question = (
                            select q.question from gap_question q where q.id = (
                                select min(p.id) from gap_question p where p.gap = gap.id))
                        where article is null and state <> 'MERGED' and not exists (
                            select 1 from gap_question q
                            where q.gap = gap.id and q.question = gap.question)
                        """)
                .update();
    }

    /** What staff said last to one of those who asked. */
    private Gap.@Nullable Proposal proposal(long gap) {
        return client.sql(
                        """
                        select proposed, proposed_by from gap_question
                        where gap = ? and proposed is not null
                        order by id desc fetch first 1 rows only
                        """)
                .param(gap)
                .query((row, n) ->
                        new Gap.Proposal(row.getString("proposed"), row.getString("proposed_by")))
                .optional()
                .orElse(null);
    }

    private Map<Reason, Long> reasons(long gap) {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        client.sql(
                        """
                        select reason, count(*) times from gap_question
                        where gap = ? and reason is not null group by reason
                        """)
                .params(gap)
                .query(row -> {
                    counts.put(Reason.valueOf(row.getString("reason")), row.getLong("times"));
                });
        return counts;
    }

    private Gap read(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        return new Gap(
                id,
                Gap.State.valueOf(row.getString("state")),
                row.getString("question"),
                row.getLong("people"),
                row.getLong("times"),
                row.getLong("refused"),
                Times.find(row, "last_asked"),
                reasons(id),
                row.getString("article"),
                row.getString("note"),
                proposal(id),
                row.getString("changed_by"),
                Times.get(row, "changed_at"));
    }
}
