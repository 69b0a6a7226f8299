package org.ximen.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.outbox.Progress;
import org.ximen.residents.Profile;

/** Table {@code notice}. */
final class NoticeTable {
    private final Db db;

    /**
     * A notice with where its sending stands.
     *
     * @param reached person id up to which the outbox has their message
     * @param settled the counts for good; null while something may still change
     */
    record Row(Notice notice, long reached, boolean allReached, @Nullable Progress settled) {}

    NoticeTable(Db db) {
        this.db = db;
    }

    long add(
            NewNotice notice,
            Collection<String> areas,
            @Nullable NoticeFollow follow,
            String by,
            Instant now) {
        var key = new GeneratedKeyHolder();
        db.client()
                .sql(
                        """
                        insert into notice (title, body, areas, profiles, state, written_by,
                            written_at, send_at, expires, buttons, follows, follow_kind, change_line, reached, all_reached,
                            sent, blocked, failed, unknown, cancelled)
                        values (:title, :body, :areas, :profiles, 'DRAFT', :by,
                            :now, :sendAt, :expires, :buttons, :follows, :kind, :change, 0, false, 0, 0, 0, 0, 0)
                        """)
                .param("title", notice.title())
                .param("body", notice.body())
                .param("areas", joined(areas))
                .param("profiles", joined(notice.profiles().stream().map(Profile::name).toList()))
                .param("by", by)
                .param("now", Times.utc(now))
                .param("sendAt", Times.utcOrNull(notice.sendAt()))
                .param("expires", notice.expires())
                .param("buttons", joined(notice.buttons().stream().map(Enum::name).toList()))
                .param("follows", follow == null ? null : follow.notice())
                .param("kind", follow == null ? null : follow.kind().name())
                .param("change", follow == null ? null : follow.change())
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    Optional<Row> find(long id) {
        return db.client()
                .sql("select * from notice where id = ?")
                .params(id)
                .query(NoticeTable::row)
                .optional();
    }

    List<Notice> list(int most) {
        return db
                .client()
                .sql("select * from notice order by id desc fetch first ? rows only")
                .params(most)
                .query(NoticeTable::row)
                .list()
                .stream()
                .map(Row::notice)
                .toList();
    }

    /**
     * Those that went out and neither were stopped nor are over, the newest first.
     *
     * @param since when a notice without a last day must have been sent to hold today
     */
    List<Notice> listSent(LocalDate today, Instant since) {
        return db
                .client()
                .sql(
                        """
                        select * from notice
                        where state in ('SENDING', 'DONE') and started_at is not null
                            and (follow_kind is null or follow_kind <> 'RECALL')
                            and (expires >= ? or (expires is null and started_at >= ?))
                        order by started_at desc, id desc
                        """)
                .params(today, Times.utc(since))
                .query(NoticeTable::row)
                .list()
                .stream()
                .map(Row::notice)
                .toList();
    }

    List<Long> due(Instant now) {
        return db.client()
                .sql(
                        """
                        select id from notice
                        where state = 'APPROVED' and (send_at is null or send_at <= ?) order by id
                        """)
                .params(Times.utc(now))
                .query(Long.class)
                .list();
    }

    List<Long> unsettled() {
        return db.client()
                .sql(
                        """
                        select id from notice
                        where settled_at is null
                            and state in ('SENDING', 'CANCELLED', 'CORRECTED', 'RECALLED')
                        order by id
                        """)
                .query(Long.class)
                .list();
    }

    /** False if the notice is no longer in the state it was seen in. */
    boolean move(Notice seen, Notice.State to, @Nullable String approvedBy) {
        return db.client()
                        .sql(
                                """
                                update notice set state = ?, approved_by = ?
                                where id = ? and state = ? and revision = ?
                                """)
                        .params(
                                Arrays.asList(
                                        to.name(),
                                        approvedBy,
                                        seen.id(),
                                        seen.state().name(),
                                        seen.revision()))
                        .update()
                == 1;
    }

    /** Another notice takes its place; false if it was stopped meanwhile. */
    boolean supersede(long id, Notice.State to) {
        return db.client()
                        .sql(
                                """
                                update notice set state = ? where id = ? and state in
                                    ('SENDING', 'PAUSED', 'DONE', 'CORRECTED')
                                """)
                        .params(to.name(), id)
                        .update()
                == 1;
    }

    /** It is not sent after all. */
    void abandon(long id) {
        db.client().sql("update notice set state = 'CANCELLED' where id = ?").params(id).update();
    }

    /** Holds the row until the transaction ends. */
    void lock(long id) {
        db.client().sql("update notice set revision = revision where id = ?").params(id).update();
    }

    /** Ids of all corrections of it that began to go out. */
    List<Long> corrections(long id) {
        return db.client()
                .sql(
                        """
                        select id from notice where follows = ? and follow_kind = 'CORRECTION'
                            and started_at is not null
                        """)
                .params(id)
                .query(Long.class)
                .list();
    }

    /** Whether there is a correction or recall of it that was not cancelled. */
    boolean isFollowed(long id) {
        return db.client()
                        .sql(
                                """
                                select count(*) from notice where follows = ?
                                    and state <> 'CANCELLED'
                                """)
                        .params(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The newest correction of it that did not begin to go out and was not cancelled. */
    Optional<Notice> waitingCorrection(long id) {
        return db.client()
                .sql(
                        """
                        select * from notice where follows = ? and follow_kind = 'CORRECTION'
                            and started_at is null and state <> 'CANCELLED'
                        order by id desc fetch first 1 rows only
                        """)
                .params(id)
                .query(NoticeTable::row)
                .optional()
                .map(Row::notice);
    }

    /** The newest correction of it that went out, wholly or in part. */
    Optional<Notice> correction(long id) {
        return db.client()
                .sql(
                        """
                        select * from notice where follows = ? and follow_kind = 'CORRECTION'
                            and started_at is not null and state <> 'CANCELLED'
                        order by id desc fetch first 1 rows only
                        """)
                .params(id)
                .query(NoticeTable::row)
                .optional()
                .map(Row::notice);
    }

    /** When the same words went out last, since an instant. */
    Optional<Instant> sentLast(String body, Instant since) {
        return db.client()
                .sql(
                        """
                        select started_at from notice where body = ? and started_at >= ?
                        order by started_at desc fetch first 1 rows only
                        """)
                .params(body, Times.utc(since))
                .query((row, n) -> Times.get(row, "started_at"))
                .optional();
    }

    void returned(long id, Notice.@Nullable Returned returned) {
        db.client()
                .sql("update notice set returned_by = :by, return_reason = :why where id = :id")
                .param("by", returned == null ? null : returned.by())
                .param("why", returned == null ? null : returned.why())
                .param("id", id)
                .update();
    }

    /** Other words in place of the old ones. */
    void rewrite(long id, NewNotice notice, Collection<String> areas) {
        db.client()
                .sql(
                        """
                        update notice set title = :title, body = :body, areas = :areas,
                            profiles = :profiles, send_at = :sendAt, expires = :expires,
                            buttons = :buttons,
                            revision = revision + 1
                        where id = :id
                        """)
                .param("title", notice.title())
                .param("body", notice.body())
                .param("areas", joined(areas))
                .param("profiles", joined(notice.profiles().stream().map(Profile::name).toList()))
                .param("sendAt", Times.utcOrNull(notice.sendAt()))
                .param("expires", notice.expires())
                .param("buttons", joined(notice.buttons().stream().map(Enum::name).toList()))
                .param("id", id)
                .update();
    }

    void changeLine(long id, String change) {
        db.client()
                .sql("update notice set change_line = ? where id = ?")
                .params(change, id)
                .update();
    }

    boolean start(long id, Instant now) {
        return db.client()
                        .sql(
                                """
                                update notice set state = 'SENDING', started_at = ?
                                where id = ? and state = 'APPROVED'
                                """)
                        .params(Times.utc(now), id)
                        .update()
                == 1;
    }

    /** Moves the mark on; false if the notice was stopped, or another machine was faster. */
    boolean reach(Row seen, long reached, boolean all) {
        return db.client()
                        .sql(
                                """
                                update notice set reached = ?, all_reached = ?
                                where id = ? and state = 'SENDING' and reached = ?
                                    and all_reached = false
                                """)
                        .params(reached, all, seen.notice().id(), seen.reached())
                        .update()
                == 1;
    }

    void settle(Notice seen, Notice.State to, Progress counts, Instant now) {
        db.client()
                .sql(
                        """
                        update notice set state = ?, settled_at = ?, sent = ?, blocked = ?,
                            failed = ?, unknown = ?, cancelled = ?
                        where id = ? and state = ? and settled_at is null
                        """)
                .params(
                        to.name(),
                        Times.utc(now),
                        counts.sent(),
                        counts.blocked(),
                        counts.failed(),
                        counts.unknown(),
                        counts.cancelled(),
                        seen.id(),
                        seen.state().name())
                .update();
    }

    private static String joined(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(","));
    }

    private static Notice.@Nullable Returned returned(ResultSet row) throws SQLException {
        var by = row.getString("returned_by");
        return by == null ? null : new Notice.Returned(by, row.getString("return_reason"));
    }

    private static @Nullable NoticeFollow follow(ResultSet row) throws SQLException {
        var kind = row.getString("follow_kind");
        return kind == null
                ? null
                : new NoticeFollow(
                        NoticeFollow.Kind.valueOf(kind),
                        row.getLong("follows"),
                        row.getString("change_line"));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                notice(row),
                row.getLong("reached"),
                row.getBoolean("all_reached"),
                Times.find(row, "settled_at") == null ? null : counts(row));
    }

    private static Progress counts(ResultSet row) throws SQLException {
        return new Progress(
                0,
                row.getLong("sent"),
                row.getLong("blocked"),
                row.getLong("failed"),
                row.getLong("unknown"),
                row.getLong("cancelled"));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("title"),
                row.getString("body"),
                split(row.getString("areas")),
                split(row.getString("profiles")).stream()
                        .map(Profile::valueOf)
                        .collect(Collectors.toSet()),
                Notice.State.valueOf(row.getString("state")),
                row.getString("written_by"),
                Times.get(row, "written_at"),
                row.getString("approved_by"),
                Times.find(row, "send_at"),
                row.getObject("expires", LocalDate.class),
                Times.find(row, "started_at"),
                row.getInt("revision"),
                returned(row),
                split(row.getString("buttons")).stream()
                        .map(NoticeButton::valueOf)
                        .collect(Collectors.toSet()),
                follow(row));
    }
}
