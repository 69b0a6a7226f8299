package org.ximen.staff;

import java.time.Instant;
import org.ximen.db.Db;

/** Table {@code spring_session}; what each holds goes with it. */
record SessionTable(Db db) {
    int trim(Instant before) {
        return db.client()
                .sql("delete from spring_session where expiry_time < ?")
                .params(before.toEpochMilli())
                .update();
    }
}
