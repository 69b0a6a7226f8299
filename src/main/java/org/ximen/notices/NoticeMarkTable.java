package org.ximen.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code notice_mark}, and what it tells beside the recipients of a notice. */
final class NoticeMarkTable {
    // By neighbourhood; what a person pressed is one row a kind.
    private static final String REACH =
            """
            select area, count(*) as recipients,
                sum(case when state = 'SENT' then 1 else 0 end) as reached,
                sum(seen) as seen, sum(asked) as asked, sum(signed) as signed,
                sum(case when state = 'BLOCKED' then 1 else 0 end) as blocked,
                sum(case when state in ('PENDING', 'HELD', 'SENDING') then 1 else 0 end) as pending
            from (select o.state, coalesce(m.seen, 0) as seen, coalesce(m.asked, 0) as asked,
                    coalesce(m.signed, 0) as signed,
                    (select min(s.area) from subscription s
                        where s.person = p.id and s.area <> '' %s) as area
                from outbox o
                left join person p on p.channel = o.channel and p.address = o.address
                left join (select person,
                        sum(case when kind = 'SEEN' then 1 else 0 end) as seen,
                        sum(case when kind = 'ASKED' then 1 else 0 end) as asked,
                        sum(case when kind = 'SIGNED_UP' then 1 else 0 end) as signed
                    from notice_mark where notice = :notice group by person) m on m.person = p.id
                where o.notice = :notice and o.lane = 'BROADCAST') each_one
            group by area order by area
            """;

    private final Db db;

    /** A mark of somebody, for export. */
    record Own(String title, NoticeMark mark) {}

    NoticeMarkTable(Db db) {
        this.db = db;
    }

    /** Once a person: two taps at the same time are one. */
    void mark(long notice, long person, NoticeMark.Kind kind, Instant now) {
        try {
            db.apart(() ->
                    db.client()
                            .sql(
                                    """
                                    insert into notice_mark (notice, person, kind, marked_at)
                                    select cast(:notice as bigint), cast(:person as bigint),
                                        cast(:kind as varchar(20)), cast(:now as timestamp with time zone)
                                    from (values (1)) as one(n) where not exists (select 1
                                        from notice_mark m where m.notice = :notice
                                            and m.person = :person and m.kind = :kind)
                                    """)
                            .param("notice", notice)
                            .param("person", person)
                            .param("kind", kind.name())
                            .param("now", Times.utc(now))
                            .update());
        } catch (DuplicateKeyException e) {
            // The other tap was faster.
        }
    }

    void unmark(long notice, long person, NoticeMark.Kind kind) {
        db.client()
                .sql("delete from notice_mark where notice = ? and person = ? and kind = ?")
                .params(notice, person, kind.name())
                .update();
    }

    boolean isMarked(long notice, long person) {
        return db.client()
                        .sql("select count(*) from notice_mark where notice = ? and person = ?")
                        .params(notice, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * By the first area, of those that it is for, that each recipient subscribed to.
     *
     * @param areas codes; empty for the whole street
     */
    List<NoticeReach> reach(long notice, Set<String> areas) {
        var within = areas.isEmpty() ? "" : "and s.area in (:areas)";
        var select = db.client().sql(REACH.formatted(within)).param("notice", notice);
        return (areas.isEmpty() ? select : select.param("areas", areas))
                .query((row, n) -> reached(row))
                .list();
    }

    private static NoticeReach reached(ResultSet row) throws SQLException {
        long recipients = row.getLong("recipients");
        long reached = row.getLong("reached");
        long pending = row.getLong("pending");
        return new NoticeReach(
                row.getString("area"),
                recipients,
                reached,
                row.getLong("seen"),
                row.getLong("asked"),
                row.getLong("signed"),
                row.getLong("blocked"),
                pending,
                recipients - reached - pending);
    }

    List<Own> of(long person) {
        return db.client()
                .sql(
                        """
                        select n.title, m.* from notice_mark m join notice n on n.id = m.notice
                        where m.person = ? order by m.id
                        """)
                .params(person)
                .query((row, i) ->
                        new Own(
                                row.getString("title"),
                                new NoticeMark(
                                        NoticeMark.Kind.valueOf(row.getString("kind")),
                                        Times.get(row, "marked_at"))))
                .list();
    }

    void forget(long person) {
        db.client().sql("delete from notice_mark where person = ?").params(person).update();
    }
}
