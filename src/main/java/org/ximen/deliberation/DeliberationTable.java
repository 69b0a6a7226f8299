package org.ximen.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;
import org.ximen.deliberation.Deliberation.FollowUpMeasure;
import org.ximen.deliberation.Deliberation.Resolution;
import org.ximen.deliberation.Deliberation.Sitting;
import org.ximen.deliberation.Deliberation.VoteOption;

/** Tables {@code deliberation}, {@code deliberation_option} and {@code deliberation_measure}. */
final class DeliberationTable {
    private final JdbcClient client;

    DeliberationTable(JdbcClient client) {
        this.client = client;
    }

    /** Returns its id. */
    long add(DeliberationText text, @Nullable Long topic, String by, Instant now) {
        var key = new GeneratedKeyHolder();
        client.sql(
                        """
                        insert into deliberation (title, body, area, topic_id, state, proposed_by,
                            proposed_at, changed_at)
                        values (:title, :body, :area, :topic, 'PROPOSED', :by, :now, :now)
                        """)
                .param("title", text.title())
                .param("body", text.body())
                .param("area", text.area())
                .param("topic", topic)
                .param("by", by)
                .param("now", Times.utc(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Number.class)).longValue();
        putOptions(id, text.options());
        return id;
    }

    private void putOptions(long id, List<String> labels) {
        for (int nth = 0; nth < labels.size(); nth++) {
            client.sql(
                            """
                            insert into deliberation_option (deliberation_id, nth, label)
                            values (?, ?, ?)
                            """)
                    .params(id, nth, labels.get(nth))
                    .update();
        }
    }

    /** Before any vote. */
    void rewrite(long id, DeliberationText text, Instant now) {
        client.sql(
                        """
                        update deliberation set title = :title, body = :body, area = :area,
                            changed_at = :now
                        where id = :id
                        """)
                .param("title", text.title())
                .param("body", text.body())
                .param("area", text.area())
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
        client.sql("delete from deliberation_option where deliberation_id = ?").param(id).update();
        putOptions(id, text.options());
    }

    /** The same row, held until the transaction ends; empty if there is none. */
    Optional<Deliberation> hold(long id) {
        client.sql("update deliberation set ballots = ballots where id = ?").param(id).update();
        return find(id);
    }

    Optional<Deliberation> find(long id) {
        return client.sql(select("where d.id = ?")).param(id).query(this::read).optional();
    }

    Optional<Long> ofTopic(long topic) {
        return client.sql("select id from deliberation where topic_id = ?")
                .param(topic)
                .query(Long.class)
                .optional();
    }

    /** From now on there is something to tell those who follow. */
    void news(long id, DeliberationNews.Kind kind) {
        client.sql(
                        """
                        update deliberation set news = :kind, news_number = news_number + 1,
                            moved_number = case when :moved then news_number + 1
                                else moved_number end
                        where id = :id
                        """)
                .param("kind", kind.name())
                .param("moved", kind == DeliberationNews.Kind.MOVED)
                .param("id", id)
                .update();
    }

    /** What was dropped is not the one of its topic any more. */
    void leaveTopic(long id) {
        client.sql("update deliberation set topic_id = null where id = ?").param(id).update();
    }

    /** Id of the notice that was drafted of how it stands. */
    Optional<Long> draftedNotice(long id) {
        return client.sql(
                        "select notice_id from deliberation where id = ? and notice_id is not null")
                .param(id)
                .query(Long.class)
                .optional();
    }

    void draftedNotice(long id, @Nullable Long notice) {
        client.sql("update deliberation set notice_id = :notice where id = :id")
                .param("notice", notice)
                .param("id", id)
                .update();
    }

    /** The newest first, without options and measures; null for all states. */
    List<Deliberation> list(@Nullable DeliberationState state, int most) {
        return client.sql(
                        select(
                                """
                                where (cast(:state as varchar(20)) is null or d.state = :state)
                                order by d.id desc limit :most
                                """))
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((row, n) -> read(row, List.of(), List.of()))
                .list();
    }

    /**
     * What residents read of, without options and measures; what takes part of them first, then the
     * newest.
     *
     * @param since not what was over before
     */
    List<Deliberation> shown(Instant since, int most) {
        return client.sql(
                        select(
                                """
                                where d.state in ('COMMENTS', 'MEETING', 'VOTING')
                                    or d.state in ('PUBLISHED', 'FOLLOW_UP', 'DONE')
                                        and d.changed_at >= :since
                                order by case when d.state in ('COMMENTS', 'MEETING', 'VOTING')
                                    then 0 else 1 end, d.id desc limit :most
                                """))
                .param("since", Times.utc(since))
                .param("most", most)
                .query((row, n) -> read(row, List.of(), List.of()))
                .list();
    }

    private static String select(String where) {
        return """
        select d.*, (select count(*) from deliberation_code c
            where c.deliberation_id = d.id) as codes
        from deliberation d
        """
                + where;
    }

    void state(long id, DeliberationState to, Instant now) {
        client.sql("update deliberation set state = ?, changed_at = ? where id = ?")
                .params(to.name(), Times.utc(now), id)
                .update();
    }

    void commentsUntil(long id, @Nullable LocalDate until) {
        client.sql("update deliberation set comments_until = :until where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
    }

    void sitting(long id, Instant at, String place) {
        client.sql("update deliberation set meeting_at = ?, meeting_place = ? where id = ?")
                .params(Times.utc(at), place, id)
                .update();
    }

    void minutes(long id, String words) {
        client.sql("update deliberation set minutes = ? where id = ?").params(words, id).update();
    }

    void voteUntil(long id, LocalDate until) {
        client.sql("update deliberation set vote_until = ? where id = ?")
                .params(until, id)
                .update();
    }

    void resolution(long id, Resolution resolution) {
        client.sql("update deliberation set result = ?, reasons = ? where id = ?")
                .params(resolution.result(), resolution.reasons(), id)
                .update();
    }

    void ending(long id, String words) {
        client.sql("update deliberation set ending = ? where id = ?").params(words, id).update();
    }

    void addMeasure(long id, String what, @Nullable LocalDate due) {
        client.sql(
                        """
                        insert into deliberation_measure (deliberation_id, what, due_day)
                        values (:id, :what, :due)
                        """)
                .param("id", id)
                .param("what", what)
                .param("due", due)
                .update();
    }

    /** False if there is no such measure still to be taken. */
    boolean measureDone(long id, long measure, LocalDate day) {
        return client.sql(
                                """
                                update deliberation_measure set done_day = ?
                                where id = ? and deliberation_id = ? and done_day is null
                                """)
                        .params(day, measure, id)
                        .update()
                == 1;
    }

    private Deliberation read(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        return read(row, options(id), measures(id));
    }

    private static Deliberation read(
            ResultSet row, List<VoteOption> options, List<FollowUpMeasure> measures)
            throws SQLException {
        long id = row.getLong("id");
        long topic = row.getLong("topic_id");
        return new Deliberation(
                id,
                row.getString("title"),
                row.getString("body"),
                row.getString("area"),
                topic == 0 ? null : topic,
                DeliberationState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                Times.get(row, "proposed_at"),
                row.getObject("comments_until", LocalDate.class),
                sitting(row),
                row.getObject("vote_until", LocalDate.class),
                row.getInt("codes"),
                row.getInt("ballots"),
                options,
                resolution(row),
                measures,
                row.getString("ending"));
    }

    private static @Nullable Sitting sitting(ResultSet row) throws SQLException {
        var at = Times.find(row, "meeting_at");
        return at == null
                ? null
                : new Sitting(at, row.getString("meeting_place"), row.getString("minutes"));
    }

    private static @Nullable Resolution resolution(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return result == null ? null : new Resolution(result, row.getString("reasons"));
    }

    private List<VoteOption> options(long id) {
        return client.sql(
                        "select * from deliberation_option where deliberation_id = ? order by nth")
                .param(id)
                .query((row, n) ->
                        new VoteOption(
                                row.getLong("id"),
                                row.getString("label"),
                                row.getInt("votes"),
                                row.getInt("on_paper")))
                .list();
    }

    private List<FollowUpMeasure> measures(long id) {
        return client.sql(
                        "select * from deliberation_measure where deliberation_id = ? order by id")
                .param(id)
                .query((row, n) ->
                        new FollowUpMeasure(
                                row.getLong("id"),
                                row.getString("what"),
                                row.getObject("due_day", LocalDate.class),
                                row.getObject("done_day", LocalDate.class)))
                .list();
    }
}
