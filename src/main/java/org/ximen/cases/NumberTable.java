package org.ximen.cases;

import java.time.LocalDate;
import org.ximen.db.Db;

/** Gives the numbers of a day without gaps: the same transaction must use the number. */
final class NumberTable {
    private final Db db;

    NumberTable(Db db) {
        this.db = db;
    }

    CaseNumber next(LocalDate day) {
        // holds the row until the transaction ends, so the next one sees the case of this one
        db.client().sql("update case_counter set given = given + 1 where id = 1").update();
        int last =
                db.client()
                        .sql(
                                """
                                select coalesce(max(nth), 0) from grid_case
                                where reported_on = :day
                                """)
                        .param("day", day)
                        .query(Integer.class)
                        .single();
        return new CaseNumber(day, last + 1);
    }
}
