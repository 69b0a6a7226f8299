package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.district.Point;

/** The pictures of cases with what they show, and why steps have none. */
final class EvidenceTable {
    private final Db db;

    EvidenceTable(Db db) {
        this.db = db;
    }

    void add(long caseId, CasePhoto photo) {
        var point = photo.point();
        db.client()
                .sql(
                        """
                        insert into case_photo (case_id, nth, photo, phase, handling, author,
                                                added_at, latitude, longitude)
                        values (:id, (select coalesce(max(nth), -1) + 1 from case_photo
                                      where case_id = :id), :photo, :phase, :handling, :author,
                                :at, :lat, :lon)
                        """)
                .param("id", caseId)
                .param("photo", photo.id())
                .param("phase", photo.phase().name())
                .param("handling", photo.handling())
                .param("author", photo.author())
                .param("at", Times.utcOrNull(photo.at()))
                .param("lat", point == null ? null : point.latitude())
                .param("lon", point == null ? null : point.longitude())
                .update();
    }

    void add(long caseId, PhotoWaiver waiver) {
        db.client()
                .sql(
                        """
                        insert into photo_waiver (case_id, phase, handling, reason, called)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(caseId)
                .param(waiver.phase().name())
                .param(waiver.handling())
                .param(waiver.reason().name())
                .param(waiver.called())
                .update();
    }

    Evidence of(long caseId) {
        var photos =
                db.client()
                        .sql("select * from case_photo where case_id = ? order by nth")
                        .param(caseId)
                        .query(EvidenceTable::photo)
                        .list();
        var waivers =
                db.client()
                        .sql(
                                "select * from photo_waiver where case_id = ? order by handling, phase")
                        .param(caseId)
                        .query(EvidenceTable::waiver)
                        .list();
        return new Evidence(photos, waivers);
    }

    /** Takes out who was called. */
    void wipeNames(long caseId) {
        db.client()
                .sql("update photo_waiver set called = null where case_id = ?")
                .param(caseId)
                .update();
    }

    private static CasePhoto photo(ResultSet row, int number) throws SQLException {
        return new CasePhoto(
                row.getString("photo"),
                PhotoPhase.valueOf(row.getString("phase")),
                row.getInt("handling"),
                Objects.requireNonNullElse(row.getString("author"), Actor.REPORTER),
                Times.find(row, "added_at"),
                point(row),
                List.of());
    }

    private static @Nullable Point point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Point(latitude, longitude);
    }

    private static PhotoWaiver waiver(ResultSet row, int number) throws SQLException {
        return new PhotoWaiver(
                PhotoPhase.valueOf(row.getString("phase")),
                row.getInt("handling"),
                NoPhotoReason.valueOf(row.getString("reason")),
                row.getString("called"));
    }
}
