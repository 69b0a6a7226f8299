package org.ximen.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ximen.cases.CaseUnit.Answer;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code case_unit}: which units were asked to help with which case. */
final class UnitTable {
    private final Db db;

    UnitTable(Db db) {
        this.db = db;
    }

    /** Keeps how it stands with a unit, in place of what was kept before. */
    void put(long caseId, CaseUnit unit) {
        db.client()
                .sql("delete from case_unit where case_id = :case and department = :department")
                .param("case", caseId)
                .param("department", unit.department())
                .update();
        db.client()
                .sql(
                        """
                        insert into case_unit (case_id, department, answer, since, note)
                        values (:case, :department, :answer, :since, :note)
                        """)
                .param("case", caseId)
                .param("department", unit.department())
                .param("answer", unit.answer().name())
                .param("since", Times.utc(unit.since()))
                .param("note", unit.note())
                .update();
    }

    /** Case id → its units. */
    Map<Long, List<CaseUnit>> of(List<Long> cases) {
        var units = new HashMap<Long, List<CaseUnit>>();
        db.client()
                .sql(
                        """
                        select * from case_unit where case_id in (:cases)
                        order by case_id, department
                        """)
                .param("cases", cases)
                .query(row -> {
                    units.computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                            .add(
                                    new CaseUnit(
                                            row.getString("department"),
                                            Answer.valueOf(row.getString("answer")),
                                            Times.get(row, "since"),
                                            row.getString("note")));
                });
        return units;
    }

    /** Empties what units wrote; that they helped stays. */
    void wipeNotes(long caseId) {
        db.client()
                .sql("update case_unit set note = null where case_id = ?")
                .param(caseId)
                .update();
    }
}
