package org.ximen.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.opinions.Opinion;

/**
 * A suggestion or praise as the pages show it.
 *
 * @param name its number, or what it is
 * @param where place and area; may be empty
 * @param left time to the end of the term; empty where none runs
 * @param outcome how it ended; empty while it is open
 */
record OpinionSheet(
        long id,
        String name,
        String kind,
        boolean suggestion,
        String state,
        boolean open,
        boolean overdue,
        String words,
        List<Said> additions,
        String where,
        String at,
        String due,
        String left,
        String outcome,
        @Nullable String reason,
        String settled) {
    /** What its author said later. */
    record Said(String words, String at) {}

    static OpinionSheet of(Opinion opinion, District district, Instant now) {
        var number = opinion.number();
        var settled = opinion.settled();
        return new OpinionSheet(
                opinion.id(),
                number == null ? opinion.kind().shown() : number,
                opinion.kind().shown(),
                opinion.kind() == Opinion.Kind.SUGGESTION,
                opinion.state().shown(),
                settled == null,
                opinion.isOverdue(now),
                opinion.words(),
                opinion.additions().stream()
                        .map(added -> new Said(added.words(), Shown.time(added.at(), now)))
                        .toList(),
                where(opinion, district),
                Shown.time(opinion.takenAt(), now),
                opinion.due() == null ? "" : Shown.time(opinion.due(), now),
                opinion.due() == null || settled != null ? "" : Shown.left(opinion.due(), now),
                settled == null ? "" : outcome(settled, district),
                settled == null ? null : settled.reason(),
                settled == null ? "" : settled.by() + "，" + Shown.time(settled.at(), now));
    }

    private static String where(Opinion opinion, District district) {
        var place = opinion.place() == null ? "" : opinion.place();
        var code = opinion.area();
        var area = code == null ? "" : district.area(code).map(Area::name).orElse(code);
        return place.isEmpty() || area.isEmpty() ? place + area : place + "（" + area + "）";
    }

    private static String outcome(Opinion.Settled settled, District district) {
        var result = settled.result();
        var id = settled.department();
        var department = id == null ? "" : district.department(id).map(Department::name).orElse(id);
        return result == null ? "转给" + department : result.shown();
    }
}
