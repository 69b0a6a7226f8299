package org.ximen.photos;

import org.ximen.chat.Sender;
import org.ximen.db.Db;

/** Table {@code photo_viewer}: which chats were shown pictures that are not theirs. */
final class ViewerTable {
    private final Db db;

    ViewerTable(Db db) {
        this.db = db;
    }

    void add(String photo, Sender viewer) {
        if (!has(photo, viewer)) {
            db.client()
                    .sql("insert into photo_viewer (photo, channel, address) values (?, ?, ?)")
                    .params(photo, viewer.channel(), viewer.address())
                    .update();
        }
    }

    boolean has(String photo, Sender viewer) {
        return db.client()
                        .sql(
                                """
                                select count(*) from photo_viewer
                                where photo = ? and channel = ? and address = ?
                                """)
                        .params(photo, viewer.channel(), viewer.address())
                        .query(Long.class)
                        .single()
                > 0;
    }

    int count(Sender viewer) {
        return db.client()
                .sql("select count(*) from photo_viewer where channel = ? and address = ?")
                .params(viewer.channel(), viewer.address())
                .query(Integer.class)
                .single();
    }

    void forget(Sender viewer) {
        db.client()
                .sql("delete from photo_viewer where channel = ? and address = ?")
                .params(viewer.channel(), viewer.address())
                .update();
    }
}
