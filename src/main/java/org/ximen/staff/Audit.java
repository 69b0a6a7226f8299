package org.ximen.staff;

import java.time.Instant;
import java.util.List;
import org.ximen.db.Db;

/** What the staff did: rows are only ever added. */
public final class Audit {
    private final AuditTable table;

    /**
     * One thing that was done.
     *
     * @param what short English verb with its feature in front, such as {@code notice.approve}
     * @param on what it was done to: a case number, a notice, an account
     * @param details in Chinese, what was before and what is now; may be empty
     */
    public record Entry(long id, String who, String what, String on, String details, Instant at) {}

    public Audit(Db db) {
        this.table = new AuditTable(db);
    }

    /** Adds a row, inside the caller's transaction if there is one. */
    public void record(String who, String what, String on, Instant at) {
        table.add(who, what, on, "", at);
    }

    /** The same with what was before and what is now. */
    public void record(String who, String what, String on, String details, Instant at) {
        table.add(who, what, on, details, at);
    }

    /**
     * One page of the entries, newest first.
     *
     * @param who account name, or nothing for everybody
     * @param what start of the verb, such as {@code notice.}, or nothing
     * @param on what it was done to, or nothing
     * @param before only entries with a smaller id; 0 for the newest
     */
    public List<Entry> page(String who, String what, String on, long before, int most) {
        return table.page(new AuditTable.Filter(who, what, on, before), most);
    }
}
