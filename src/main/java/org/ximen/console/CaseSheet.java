package org.ximen.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.district.District;
import org.ximen.district.Point;

/**
 * A case as its page shows it.
 *
 * @param history newest first
 */
record CaseSheet(
        CaseLine line,
        String area,
        @Nullable String outcome,
        @Nullable String mergedInto,
        String deadline,
        String limit,
        boolean anonymous,
        @Nullable Point point,
        List<String> photos,
        List<Step> history) {

    /** One line of the history. */
    record Step(String at, String who, String what, String state, boolean changed, String note) {}

    static CaseSheet of(GridCase item, District district, Instant now) {
        var outcome = item.outcome();
        return new CaseSheet(
                CaseLine.of(item, district, now),
                CaseLine.area(item),
                outcome == null ? null : outcome.shown(),
                item.mergedInto(),
                Shown.time(item.deadline(), now),
                item.clock().limit().shown(),
                item.anonymous(),
                item.point(),
                item.photos(),
                steps(item, now));
    }

    private static List<Step> steps(GridCase item, Instant now) {
        var steps = new ArrayList<Step>();
        item.history().forEach(event -> steps.add(step(event, now)));
        Collections.reverse(steps);
        return steps;
    }

    private static Step step(Event event, Instant now) {
        var note = event.note();
        return new Step(
                Shown.time(event.at(), now),
                event.who(),
                event.shown(),
                event.to().shown(),
                event.from() != event.to(),
                note == null ? "" : note);
    }
}
