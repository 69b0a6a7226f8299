package org.ximen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code staff_audit}: no row is ever changed or deleted. */
final class AuditTable {
    record Filter(String who, String what, String on, long before) {}

    private final Db db;

    AuditTable(Db db) {
        this.db = db;
    }

    void add(String who, String what, String on, String details, Instant at) {
        db.client()
                .sql(
                        """
                        insert into staff_audit (who, what, on_what, details, done_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(who, what, on, details, Times.utc(at))
                .update();
    }

    List<Audit.Entry> page(Filter filter, int most) {
        return db.client()
                .sql(
                        """
                        select * from staff_audit
                        where (:who = '' or who = :who) and (:on = '' or on_what = :on)
                            and what like :what escape '!' and (:before = 0 or id < :before)
                        order by id desc limit :most
                        """)
                .param("who", filter.who())
                .param("on", filter.on())
                .param("what", filter.what().replaceAll("([!%_])", "!$1") + "%")
                .param("before", filter.before())
                .param("most", most)
                .query(AuditTable::entry)
                .list();
    }

    private static Audit.Entry entry(ResultSet row, int n) throws SQLException {
        return new Audit.Entry(
                row.getLong("id"),
                row.getString("who"),
                row.getString("what"),
                row.getString("on_what"),
                row.getString("details"),
                Times.get(row, "done_at"));
    }
}
