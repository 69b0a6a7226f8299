package org.ximen.db;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/**
 * Work that one machine at a time does for all. The holder renews it again and again; when it dies,
 * another takes over after {@link #TERM}.
 */
public final class Lease {
    /** For how long a lease holds without being renewed. */
    public static final Duration TERM = Duration.ofSeconds(15);

    private final Db db;
    private final String name;
    private final String holder = UUID.randomUUID().toString();

    public Lease(Db db, String name) {
        this.db = db;
        this.name = name;
    }

    /** Takes or renews the lease; false while another machine holds it. */
    public boolean hold(Instant now) {
        try {
            return take(now);
        } catch (DuplicateKeyException e) {
            // Two machines at once: the other was faster.
            return false;
        }
    }

    private boolean take(Instant now) {
        return db.in(() ->
                db.client()
                                .sql(
                                        """
                                        merge into lease l
                                        using (values (cast(? as varchar(30)), cast(? as varchar(40)),
                                                       cast(? as timestamp with time zone),
                                                       cast(? as timestamp with time zone)))
                                            as s(name, holder, until_at, now_at)
                                        on l.name = s.name
                                        when matched and (l.holder = s.holder or l.until_at <= s.now_at)
                                          then update set holder = s.holder, until_at = s.until_at
                                        when not matched then
                                          insert (name, holder, until_at)
                                          values (s.name, s.holder, s.until_at)
                                        """)
                                .params(name, holder, Times.utc(now.plus(TERM)), Times.utc(now))
                                .update()
                        == 1);
    }

    /** Gives it back, so that another machine need not wait. */
    public void release() {
        db.run(() ->
                db.client()
                        .sql("delete from lease where name = ? and holder = ?")
                        .params(name, holder)
                        .update());
    }
}
