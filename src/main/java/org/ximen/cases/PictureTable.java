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

    /** Pictures of a case, counted on from the ones it has. */
    void add(long caseId, int already, List<String> photos) {
        for (int i = 0; i < photos.size(); i++) {
            db.client()
                    .sql("insert into case_photo (case_id, nth, photo) values (:id, :nth, :photo)")
                    .param("id", caseId)
                    .param("nth", already + i)
                    .param("photo", photos.get(i))
                    .update();
        }
    }

    /** Lets go of the pictures of a case. */
    void drop(long caseId) {
        db.client().sql("delete from case_photo where case_id = :id").param("id", caseId).update();
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
