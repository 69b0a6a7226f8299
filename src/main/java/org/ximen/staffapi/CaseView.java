package org.ximen.staffapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseSource;
import org.ximen.cases.CaseUnit;
import org.ximen.cases.Event;
import org.ximen.cases.ExtensionRequest;
import org.ximen.cases.GridCase;
import org.ximen.cases.Outcome;
import org.ximen.cases.Stage;
import org.ximen.cases.StageClock;
import org.ximen.cases.State;
import org.ximen.cases.TimedStage;
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
 * @param outsideNumber its number where it came from, such as that of 12345
 * @param photos ids, to be fetched from {@code /api/staff/photos/{id}}
 * @param guessed whether nobody has confirmed the category
 * @param placeGuessed whether nobody has confirmed the place
 * @param units those that were asked to help
 * @param extension more time that was asked for
 * @param similar numbers of open cases that may be the same; only where it is shown alone
 * @param moves what the caller may do with it now
 * @param evidence what it has to show; not in lists
 * @param clocks the time limits of its stages, oldest first; not in lists
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
        boolean guessed,
        boolean placeGuessed,
        @Nullable Outcome outcome,
        @Nullable String condition,
        @Nullable String mergedInto,
        CaseSource source,
        @Nullable String outsideNumber,
        List<String> photos,
        Instant reportedAt,
        List<Unit> units,
        @Nullable Extension extension,
        List<String> similar,
        List<Line> history,
        List<Verb> moves,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EvidenceView evidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Timed> clocks) {

    /**
     * The time limit of one stage.
     *
     * @param limit in words
     * @param stopped when the stage was over; null while it goes on
     */
    record Timed(
            TimedStage stage,
            String limit,
            Instant started,
            Instant deadline,
            @Nullable Instant stopped,
            StageClock.Condition state) {
        static Timed of(StageClock stage, Instant now) {
            var clock = stage.clock();
            return new Timed(
                    stage.stage(),
                    clock.limit().shown(),
                    clock.start(),
                    clock.deadline(),
                    stage.stoppedAt(),
                    stage.condition(now));
        }
    }

    /** A unit that was asked to help; its name and how it stands. */
    record Unit(
            String department,
            String departmentId,
            CaseUnit.Answer answer,
            Instant since,
            @Nullable String note) {
        static Unit of(CaseUnit unit, District district) {
            var id = unit.department();
            var name = district.department(id).map(Department::name).orElse(id);
            return new Unit(name, id, unit.answer(), unit.since(), unit.note());
        }
    }

    /** More time that was asked for. */
    record Extension(String by, Instant at, String reason) {
        static @Nullable Extension of(@Nullable ExtensionRequest asked) {
            return asked == null ? null : new Extension(asked.by(), asked.at(), asked.reason());
        }
    }

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
            @Nullable String note,
            boolean internal,
            @Nullable Location location) {
        static Line of(Event event) {
            return new Line(
                    event.at(),
                    event.who(),
                    event.verb(),
                    event.shown(),
                    event.from(),
                    event.to(),
                    event.note(),
                    event.internal(),
                    Location.of(event.point()));
        }

        Line masked() {
            var words = note == null ? null : Masking.mask(note);
            return new Line(at, who, verb, what, from, to, words, internal, location);
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
                item.guessed(),
                item.placeGuessed(),
                item.outcome(),
                item.condition(),
                item.mergedInto(),
                item.origin().source(),
                item.origin().outsideNumber(),
                item.photos(),
                item.reportedAt(),
                item.units().stream().map(unit -> Unit.of(unit, district)).toList(),
                Extension.of(item.extension()),
                List.of(),
                item.history().stream().map(Line::of).toList(),
                moves,
                null,
                null);
    }

    /** With what it has to show, and the time limits of its stages. */
    CaseView showing(EvidenceView shown, List<StageClock> stages, Instant now) {
        var timed = stages.stream().map(stage -> Timed.of(stage, now)).toList();
        return copy(description, similar, history, shown, timed);
    }

    /** Beside those that may be the same. */
    CaseView beside(List<String> others) {
        return copy(description, others, history, evidence, clocks);
    }

    /** As it stands in a list: without the numbers that somebody wrote into it. */
    CaseView masked() {
        return copy(
                Masking.mask(description),
                similar,
                history.stream().map(Line::masked).toList(),
                evidence,
                clocks);
    }

    private CaseView copy(
            String words,
            List<String> others,
            List<Line> lines,
            @Nullable EvidenceView shown,
            @Nullable List<Timed> timed) {
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
                words,
                department,
                departmentId,
                deadline,
                overdue,
                urgent,
                anonymous,
                guessed,
                placeGuessed,
                outcome,
                condition,
                mergedInto,
                source,
                outsideNumber,
                photos,
                reportedAt,
                units,
                extension,
                others,
                lines,
                moves,
                shown,
                timed);
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
