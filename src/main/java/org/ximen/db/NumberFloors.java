package org.ximen.db;

/**
 * Numbers that are not given again although no row holds them any more: their rows were erased, or
 * an older copy of the database was restored.
 */
public final class NumberFloors {
    /** The name of the messages' ids. */
    public static final String MESSAGES = "outbox";

    /** What the names of the days' case numbers begin with; the day, as 20261128, follows. */
    public static final String CASES = "case-";

    private final Db db;

    public NumberFloors(Db db) {
        this.db = db;
    }

    /** The highest number that was given under a name, as far as no row tells; 0 if unknown. */
    public long highest(String name) {
        return db.client()
                .sql("select highest from number_floor where name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Called before messages are erased, in the same transaction. */
    public void keepMessages() {
        long last =
                db.client()
                        .sql("select coalesce(max(id), 0) from outbox")
                        .query(Long.class)
                        .single();
        raise(MESSAGES, last);
    }

    /** Notes that numbers up to this one were given. Never lowers. */
    public void raise(String name, long highest) {
        db.client()
                .sql(
                        """
                        merge into number_floor f
                        using (values (cast(? as varchar(40)), cast(? as bigint)))
                            as s(name, highest)
                        on f.name = s.name
                        when matched and f.highest < s.highest
                          then update set highest = s.highest
                        when not matched then
                          insert (name, highest) values (s.name, s.highest)
                        """)
                .params(name, highest)
                .update();
    }
}
