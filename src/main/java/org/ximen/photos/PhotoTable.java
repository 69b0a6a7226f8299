package org.ximen.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code photo}. */
final class PhotoTable {
    private final Db db;

    PhotoTable(Db db) {
        this.db = db;
    }

    void add(Photo photo, PhotoTrace trace) {
        db.client()
                .sql(
                        """
                        insert into photo (id, channel, address, size, width, height, stored_at,
                                           digest, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(photo.id())
                .param(photo.owner().channel())
                .param(photo.owner().address())
                .param(photo.size())
                .param(photo.width())
                .param(photo.height())
                .param(Times.utc(photo.at()))
                .param(trace.digest())
                .param(Times.utcOrNull(trace.takenAt()))
                .update();
    }

    Optional<Photo> find(String id) {
        return db.client()
                .sql("select * from photo where id = ?")
                .params(id)
                .query(PhotoTable::photo)
                .optional();
    }

    /** Ties a photo that is free and the owner's own to a case. */
    void bind(String id, Sender owner, String caseNumber) {
        db.client()
                .sql(
                        """
                        update photo set case_number = ?
                        where id = ? and channel = ? and address = ? and case_number is null
                        """)
                .params(caseNumber, id, owner.channel(), owner.address())
                .update();
    }

    /** Gives a photo that is the owner's own to another. */
    void give(String id, Sender owner, Sender other) {
        db.client()
                .sql(
                        """
                        update photo set channel = ?, address = ?
                        where id = ? and channel = ? and address = ?
                        """)
                .params(other.channel(), other.address(), id, owner.channel(), owner.address())
                .update();
    }

    List<Photo> listOf(Sender owner) {
        return db.client()
                .sql("select * from photo where channel = ? and address = ? order by stored_at, id")
                .params(owner.channel(), owner.address())
                .query(PhotoTable::photo)
                .list();
    }

    List<String> listFree(Instant before) {
        return db.client()
                .sql("select id from photo where case_number is null and stored_at < ?")
                .params(Times.utc(before))
                .query(String.class)
                .list();
    }

    List<String> listShard(String start) {
        return db.client()
                .sql("select id from photo where id >= ? and id <= ?")
                .params(start, start + "g")
                .query(String.class)
                .list();
    }

    /** When the camera says it was taken. */
    Optional<Instant> takenAt(String id) {
        return db.client()
                .sql("select taken_at from photo where id = ? and taken_at is not null")
                .params(id)
                .query((row, n) -> Times.get(row, "taken_at"))
                .optional();
    }

    /** The first of a case that came with the same picture, before this one. */
    Optional<Photo> findTwin(String id) {
        return db.client()
                .sql(
                        """
                        select o.* from photo p join photo o on o.digest = p.digest and o.id <> p.id
                        where p.id = ? and o.case_number is not null and (o.stored_at < p.stored_at
                          or (o.stored_at = p.stored_at and o.id < p.id))
                        order by o.stored_at, o.id fetch first 1 rows only
                        """)
                .params(id)
                .query(PhotoTable::photo)
                .optional();
    }

    /** Whether both are the same picture. */
    boolean isSame(String id, String other) {
        return db.client()
                        .sql(
                                """
                                select count(*) from photo p join photo o on o.digest = p.digest
                                where p.id = ? and o.id = ?
                                """)
                        .params(id, other)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Unties a photo from its case, so that it is erased with those that no case took. */
    void release(String id) {
        db.client().sql("update photo set case_number = null where id = ?").params(id).update();
    }

    void delete(String id) {
        for (var table : List.of("photo_viewer", "photo_handle")) {
            db.client().sql("delete from " + table + " where photo = ?").params(id).update();
        }
        db.client().sql("delete from photo where id = ?").params(id).update();
    }

    private static Photo photo(ResultSet row, int n) throws SQLException {
        return new Photo(
                row.getString("id"),
                new Sender(row.getString("channel"), row.getString("address")),
                row.getLong("size"),
                row.getInt("width"),
                row.getInt("height"),
                Times.get(row, "stored_at"),
                row.getString("case_number"));
    }
}
