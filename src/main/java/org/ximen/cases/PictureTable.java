package org.ximen.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ximen.db.Db;

/** Which pictures belong to which case. */
final class PictureTable {
    private final Db db;

    PictureTable(Db db) {
        this.db = db;
    }

    /** Pictures of how a case was found, behind the ones it has. */
    void add(long caseId, List<String> photos, String author) {
        for (var photo : photos) {
            db.client()
                    .sql(
                            """
                            insert into case_photo (case_id, nth, photo, author)
                            values (:id, (select coalesce(max(nth), -1) + 1 from case_photo
                                          where case_id = :id), :photo, :author)
                            """)
                    .param("id", caseId)
                    .param("photo", photo)
                    .param("author", author)
                    .update();
        }
    }

    /** Lets go of the pictures that people of the case sent. */
    void dropReported(long caseId) {
        db.client()
                .sql("delete from case_photo where case_id = :id and phase = 'BEFORE'")
                .param("id", caseId)
                .update();
    }

    /** Lets go of the pictures of a case; returns those of staff. */
    List<String> drop(long caseId) {
        var ofStaff =
                db.client()
                        .sql("select photo from case_photo where case_id = ? and phase <> 'BEFORE'")
                        .param(caseId)
                        .query(String.class)
                        .list();
        db.client().sql("delete from case_photo where case_id = :id").param("id", caseId).update();
        return ofStaff;
    }

    /** Case id → ids of its pictures, in order. */
    Map<Long, List<String>> of(List<Long> cases) {
        var photos = new HashMap<Long, List<String>>();
        db.client()
                .sql("select * from case_photo where case_id in (:ids) order by case_id, nth")
                .param("ids", cases)
                .query(row -> {
                    photos.computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                            .add(row.getString("photo"));
                });
        return photos;
    }
}
