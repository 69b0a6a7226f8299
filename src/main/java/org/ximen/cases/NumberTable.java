package org.ximen.cases;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import java.time.LocalDate;
import org.ximen.db.Db;
import org.ximen.db.NumberFloors;

/** Gives the numbers of a day without gaps: the same transaction must use the number. */
final class NumberTable {
    private final Db db;
    private final NumberFloors floors;

    NumberTable(Db db) {
        this.db = db;
        this.floors = new NumberFloors(db);
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
        long floor = floors.highest(NumberFloors.CASES + day.format(BASIC_ISO_DATE));
        var number = new CaseNumber(day, Math.toIntExact(Math.max(last, floor)) + 1);
        db.giving(given(), number.toString());
        return number;
    }

    private long given() {
        return db.client()
                .sql("select given from case_counter where id = 1")
                .query(Long.class)
                .single();
    }
}
