package org.ximen.staffapi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.Outcome;
import org.ximen.cases.Stage;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.text.Masking;

/**
 * A case as the API shows it; who reported it is not in it.
 *
 * @param category code
 * @param area name
 * @param department name
 * @param photos ids, to be fetched from {@code /api/staff/photos/{id}}
 * @param moves what the caller may do with it now
 */
record CaseView(
        String number,
        Stage stage,
        State state,
        String category,
        String categoryName,
        @Nullable String area,
        @Nullable String areaCode,
        String place,
        @Nullable Location location,
        String description,
        @Nullable String department,
        @Nullable String departmentId,
        @Nullable Instant deadline,
        boolean overdue,
        boolean urgent,
        boolean anonymous,
        @Nullable Outcome outcome,
        @Nullable String condition,
        @Nullable String mergedInto,
        List<String> photos,
        Instant reportedAt,
        List<Line> history,
        List<Verb> moves) {

    /** WGS-84. */
    record Location(double lat, double lon) {
        static @Nullable Location of(@Nullable Point point) {
            return point == null ? null : new Location(point.latitude(), point.longitude());
        }
    }

    /** One line of the history. */
    record Line(
            Instant at,
            String who,
            @Nullable Verb verb,
            String what,
            @Nullable State from,
            State to,
            @Nullable String note) {
        static Line of(Event event) {
            return new Line(
                    event.at(),
                    event.who(),
                    event.verb(),
                    event.shown(),
                    event.from(),
                    event.to(),
                    event.note());
        }

        Line masked() {
            var words = note == null ? null : Masking.mask(note);
            return new Line(at, who, verb, what, from, to, words);
        }
    }

    static CaseView of(GridCase item, District district, List<Verb> moves, Instant now) {
        return new CaseView(
                item.number(),
                item.stage(),
                item.state(),
                item.category().code(),
                item.category().shown(),
                name(item.area()),
                code(item.area()),
                item.place(),
                Location.of(item.point()),
                item.description(),
                name(item.department(), district),
                item.department(),
                item.deadline(),
                item.overdue(now),
                item.urgent(),
                item.anonymous(),
                item.outcome(),
                item.condition(),
                item.mergedInto(),
                item.photos(),
                item.reportedAt(),
                item.history().stream().map(Line::of).toList(),
                moves);
    }

    /** As it stands in a list: without the numbers that somebody wrote into it. */
    CaseView masked() {
        return new CaseView(
                number,
                stage,
                state,
                category,
                categoryName,
                area,
                areaCode,
                place,
                location,
                Masking.mask(description),
                department,
                departmentId,
                deadline,
                overdue,
                urgent,
                anonymous,
                outcome,
                condition,
                mergedInto,
                photos,
                reportedAt,
                history.stream().map(Line::masked).toList(),
                moves);
    }

    private static @Nullable String name(@Nullable Area area) {
        return area == null ? null : area.name();
    }

    private static @Nullable String code(@Nullable Area area) {
        return area == null ? null : area.code();
    }

    private static @Nullable String name(@Nullable String department, District district) {
        return department == null
                ? null
                : district.department(department).map(Department::name).orElse(department);
    }
}
