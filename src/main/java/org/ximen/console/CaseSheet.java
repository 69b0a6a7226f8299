package org.ximen.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseUnit;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.StageClock;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.text.Masking;

/**
 * A case as its page shows it.
 *
 * @param origin where it came from, with its number there
 * @param history newest first
 */
record CaseSheet(
        CaseLine line,
        String area,
        @Nullable String outcome,
        @Nullable String mergedInto,
        String origin,
        String deadline,
        String limit,
        boolean anonymous,
        @Nullable Point point,
        boolean placeGuessed,
        @Nullable String extension,
        List<Timed> clocks,
        List<Unit> units,
        List<Step> history) {

    /** A unit that was asked to help, and how it stands. */
    record Unit(String name, String answer, String since, String note, boolean open) {
        static Unit of(CaseUnit unit, District district, Instant now) {
            var note = unit.note();
            return new Unit(
                    CaseLine.department(unit.department(), district),
                    unit.answer().shown(),
                    Shown.time(unit.since(), now),
                    note == null ? "" : note,
                    unit.open());
        }
    }

    /**
     * The time limit of one stage.
     *
     * @param tone colours its state
     */
    record Timed(String stage, String limit, String deadline, String state, String tone) {
        static Timed of(StageClock stage, Instant now) {
            var condition = stage.condition(now);
            return new Timed(
                    stage.stage().shown(),
                    stage.clock().limit().shown(),
                    Shown.time(stage.clock().deadline(), now),
                    condition.shown(),
                    switch (condition) {
                        case LATE, DONE_LATE -> "bad";
                        case DONE -> "good";
                        case RUNNING, PAUSED, LAPSED -> "wait";
                    });
        }
    }

    /** One line of the history. */
    record Step(
            String at,
            String who,
            String what,
            String state,
            boolean changed,
            String note,
            boolean internal) {
        /** The note as it is printed: paper is left lying about. */
        public String paper() {
            return Masking.mask(note);
        }
    }

    /** The units that are waited for, in words. */
    String awaited() {
        return units.stream().filter(Unit::open).map(Unit::name).collect(Collectors.joining("、"));
    }

    static CaseSheet of(GridCase item, List<StageClock> clocks, District district, Instant now) {
        var outcome = item.outcome();
        return new CaseSheet(
                CaseLine.of(item, district, now),
                CaseLine.area(item),
                outcome == null ? null : outcome.shown(),
                item.mergedInto(),
                origin(item.origin()),
                Shown.time(item.deadline(), now),
                item.clock().limit().shown(),
                item.anonymous(),
                item.point(),
                item.placeGuessed(),
                extension(item, now),
                clocks.stream().map(clock -> Timed.of(clock, now)).toList(),
                item.units().stream().map(unit -> Unit.of(unit, district, now)).toList(),
                steps(item, now));
    }

    private static @Nullable String extension(GridCase item, Instant now) {
        var asked = item.extension();
        return asked == null
                ? null
                : asked.by() + " " + Shown.time(asked.at(), now) + " 申请延期：" + asked.reason();
    }

    private static String origin(CaseOrigin origin) {
        var shown = origin.source().shown();
        var outside = origin.outsideNumber();
        return outside == null ? shown : shown + "，原编号 " + outside;
    }

    private static List<Step> steps(GridCase item, Instant now) {
        var steps = new ArrayList<Step>();
        item.history().forEach(event -> steps.add(step(event, now)));
        Collections.reverse(steps);
        return steps;
    }

    private static Step step(Event event, Instant now) {
        var point = event.point();
        var where = point == null ? "" : "位置 " + point.latitude() + "," + point.longitude();
        var note = event.note();
        return new Step(
                Shown.time(event.at(), now),
                event.who(),
                event.shown(),
                event.to().shown(),
                event.from() != event.to(),
                note == null ? where : note,
                event.internal());
    }
}
