package org.ximen.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;

/** Table {@code visit_subject}. */
final class VisitSubjectTable {
    private final JdbcClient client;

    VisitSubjectTable(JdbcClient client) {
        this.client = client;
    }

    /** Returns its id. */
    long add(
            NewSubject subject,
            String area,
            String key,
            @Nullable LocalDate due,
            String by,
            Instant now) {
        var holder = new GeneratedKeyHolder();
        client.sql(
                        """
                        insert into visit_subject (form_key, kind, name, place, area, phone,
                            due_day, visits, added_by, added_at)
                        values (:key, :kind, :name, :place, :area, :phone, :due, 0, :by, :now)
                        """)
                .param("key", key)
                .param("kind", subject.kind())
                .param("name", subject.name())
                .param("place", subject.place())
                .param("area", area)
                .param("phone", subject.phone())
                .param("due", due)
                .param("by", by)
                .param("now", Times.utc(now))
                .update(holder, "id");
        return Objects.requireNonNull(holder.getKeyAs(Number.class)).longValue();
    }

    /** The number stays where none was typed. */
    void change(long id, NewSubject subject, String area, @Nullable LocalDate due) {
        client.sql(
                        """
                        update visit_subject set kind = :kind, name = :name, place = :place,
                            area = :area, phone = coalesce(cast(:phone as varchar(20)), phone),
                            due_day = :due
                        where id = :id
                        """)
                .param("kind", subject.kind())
                .param("name", subject.name())
                .param("place", subject.place())
                .param("area", area)
                .param("phone", subject.phone())
                .param("due", due)
                .param("id", id)
                .update();
    }

    Optional<Long> byKey(String key) {
        return client.sql("select id from visit_subject where form_key = ?")
                .param(key)
                .query(Long.class)
                .optional();
    }

    /** Nobody went there since, nor were they added since. */
    List<Long> idle(Instant since) {
        return client.sql("select id from visit_subject where coalesce(last_at, added_at) < ?")
                .param(Times.utc(since))
                .query(Long.class)
                .list();
    }

    Optional<VisitSubject> find(long id) {
        return client.sql("select * from visit_subject where id = ?")
                .param(id)
                .query(VisitSubjectTable::read)
                .optional();
    }

    /** The same row, held until the transaction ends; empty if there is none. */
    Optional<VisitSubject> hold(long id) {
        client.sql("update visit_subject set visits = visits where id = ?").param(id).update();
        return find(id);
    }

    Optional<String> phone(long id) {
        return client.sql("select phone from visit_subject where id = ? and phone is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /**
     * What one sees of them.
     *
     * @param areas codes; null for all
     * @param kinds ids; null for all
     */
    record Seen(@Nullable Set<String> areas, @Nullable Set<String> kinds) {}

    /** The earliest due first. */
    List<VisitSubject> page(VisitSearch search, Seen seen, int from, int most) {
        return where(
                        "select *",
                        search,
                        seen,
                        "order by due_day nulls last, id limit :most offset :from")
                .param("most", most)
                .param("from", from)
                .query(VisitSubjectTable::read)
                .list();
    }

    long count(VisitSearch search, Seen seen) {
        return where("select count(*)", search, seen, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec where(
            String what, VisitSearch search, Seen seen, String order) {
        return client.sql(
                        what
                                + " from visit_subject where (name like :words or place like :words)"
                                + (search.until() == null ? "" : " and due_day <= :until")
                                + (search.kind() == null ? "" : " and kind = :kind")
                                + (seen.areas() == null ? "" : " and area in (:areas)")
                                + (seen.kinds() == null ? " " : " and kind in (:kinds) ")
                                + order)
                .param("words", "%" + search.words().replaceAll("[%_\\\\]", "") + "%")
                .param("until", search.until())
                .param("kind", search.kind())
                .param("areas", some(seen.areas()))
                .param("kinds", some(seen.kinds()));
    }

    private static List<String> some(@Nullable Set<String> codes) {
        return codes == null || codes.isEmpty() ? List.of("") : List.copyOf(codes);
    }

    void dropPhone(long id) {
        client.sql("update visit_subject set phone = null where id = ?").param(id).update();
    }

    void visited(long id, Instant at, VisitOutcome outcome, @Nullable LocalDate due) {
        client.sql(
                        """
                        update visit_subject set last_at = :at, last_outcome = :outcome,
                            due_day = :due
                        where id = :id
                        """)
                .param("at", Times.utc(at))
                .param("outcome", outcome.name())
                .param("due", due)
                .param("id", id)
                .update();
    }

    void counted(long id) {
        client.sql("update visit_subject set visits = visits + 1 where id = ?").param(id).update();
    }

    void due(long id, LocalDate due) {
        client.sql("update visit_subject set due_day = ? where id = ?").params(due, id).update();
    }

    void delete(long id) {
        client.sql("delete from visit_subject where id = ?").param(id).update();
    }

    private static VisitSubject read(ResultSet row, int n) throws SQLException {
        var outcome = row.getString("last_outcome");
        return new VisitSubject(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("place"),
                row.getString("area"),
                row.getString("phone") != null,
                row.getObject("due_day", LocalDate.class),
                row.getInt("visits"),
                Times.find(row, "last_at"),
                outcome == null ? null : VisitOutcome.valueOf(outcome));
    }
}
