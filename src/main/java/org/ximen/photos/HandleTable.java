package org.ximen.photos;

import java.time.Instant;
import java.util.Optional;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code photo_handle}: by which names messengers know pictures that they were given. */
final class HandleTable {
    private final Db db;

    HandleTable(Db db) {
        this.db = db;
    }

    Optional<String> find(String photo, String channel, Instant now) {
        return db.client()
                .sql(
                        """
                        select handle from photo_handle
                        where photo = ? and channel = ? and until_at > ?
                        """)
                .params(photo, channel, Times.utc(now))
                .query(String.class)
                .optional();
    }

    void put(String photo, String channel, String handle, Instant until) {
        drop(photo, channel);
        db.client()
                .sql(
                        """
                        insert into photo_handle (photo, channel, handle, until_at)
                        values (?, ?, ?, ?)
                        """)
                .params(photo, channel, handle, Times.utc(until))
                .update();
    }

    void drop(String photo, String channel) {
        db.client()
                .sql("delete from photo_handle where photo = ? and channel = ?")
                .params(photo, channel)
                .update();
    }

    void trim(Instant now) {
        db.client()
                .sql("delete from photo_handle where until_at <= ?")
                .params(Times.utc(now))
                .update();
    }
}
