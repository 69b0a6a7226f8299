package org.ximen.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.cases.Escalation.Audience;
import org.ximen.cases.Escalation.Step;
import org.ximen.cases.StageClockTable.Row;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;

/** Warns of stages whose time runs out; each step of a stage once, each stage by itself. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int AT_ONCE = 200;

    private final Db db;
    private final Tables tables;
    private final Escalation escalation;
    private final Crew crew;
    private final Telling telling;

    Sweeper(Db db, Tables tables, Escalation escalation, Crew crew, Telling telling) {
        this.db = db;
        this.tables = tables;
        this.escalation = escalation;
        this.crew = crew;
        this.telling = telling;
    }

    /** How many warnings were given. Looks at none but those that are due, a portion at a time. */
    int sweep(Instant now) {
        int warnings = 0;
        @Nullable Row last = null;
        while (true) {
            var due = tables.clocks().due(now, last, AT_ONCE);
            warnings += warn(due, now);
            if (due.size() < AT_ONCE) {
                return warnings;
            }
            last = due.getLast();
        }
    }

    /** A clock of which somebody has to be told, with what there is to tell. */
    private record Due(Row row, Stored stored, List<Step> steps) {
        int percent() {
            return steps.stream().mapToInt(Step::percent).max().orElse(row.clock().warned());
        }

        /** Whether it was told before and still lasts. */
        boolean again() {
            return !steps.isEmpty() && percent() == row.clock().warned();
        }

        StageClock clock() {
            return row.clock().warned(percent());
        }
    }

    private int warn(List<Row> rows, Instant now) {
        var due = due(rows, now);
        int warnings = 0;
        for (var each : due) {
            if (!each.again()) {
                warnings += IsolatedRun.of(() -> warn(each, now), why -> aside(each, why));
            }
        }
        return warnings + remind(due.stream().filter(Due::again).toList(), now);
    }

    private List<Due> due(List<Row> rows, Instant now) {
        var ids = rows.stream().map(Row::caseId).distinct().toList();
        var cases =
                tables.cases().get(ids).stream()
                        .collect(Collectors.toMap(Stored::id, Function.identity()));
        return rows.stream()
                .filter(row -> cases.containsKey(row.caseId()))
                .map(row ->
                        new Due(
                                row,
                                Objects.requireNonNull(cases.get(row.caseId())),
                                escalation.due(row.clock(), now)))
                .toList();
    }

    private static int aside(Due due, Throwable why) {
        LOG.error("案件 {} 的时限这一次没有查成，稍后再试", due.stored().item().number(), why);
        return 0;
    }

    private int warn(Due due, Instant now) {
        var row = due.row();
        if (row.clock().stage() == TimedStage.CONTACT && !due.stored().isReachable()) {
            tables.clocks().put(row.id(), row.clock().stopped(now, false), null);
            return 0;
        }
        var morning = escalation.rests(due.stored().item().urgent(), now);
        if (morning.isPresent() && !due.steps().isEmpty()) {
            var before = row.clock().warned();
            db.run(() -> tables.clocks().told(row, before, morning.get()));
            return 0;
        }
        return db.in(() -> told(due, now)) && !due.steps().isEmpty() ? 1 : 0;
    }

    private boolean told(Due due, Instant now) {
        if (!isFirst(due, now)) {
            return false;
        }
        if (!due.steps().isEmpty()) {
            note(due.stored(), due.clock(), now);
            tell(due.stored(), due.clock(), whom(due.steps()), now);
        }
        return true;
    }

    /** Whether nobody else was faster; from now on nobody is. */
    private boolean isFirst(Due due, Instant now) {
        var next = escalation.next(due.clock(), now);
        return tables.clocks().told(due.row(), due.percent(), next);
    }

    /** What lasts and was told before: one message a chat; if that fails, each by itself. */
    private int remind(List<Due> lasting, Instant now) {
        if (lasting.isEmpty()) {
            return 0;
        }
        return IsolatedRun.of(
                () -> db.in(() -> reminded(lasting, now)),
                all ->
                        lasting.stream()
                                .mapToInt(each ->
                                        IsolatedRun.of(
                                                () -> db.in(() -> reminded(List.of(each), now)),
                                                why -> aside(each, why)))
                                .sum());
    }

    private int reminded(List<Due> lasting, Instant now) {
        // Who takes a step holds the case before its clocks; so does this, one after the other.
        lasting.stream()
                .map(each -> each.stored().id())
                .distinct()
                .sorted()
                .forEach(tables.cases()::hold);
        var first = lasting.stream().filter(each -> isFirst(each, now)).toList();
        crew.lasting(
                first.stream()
                        .map(each ->
                                new Crew.Lasting(
                                        each.stored().item(), each.clock(), whom(each.steps())))
                        .toList(),
                now);
        return first.size();
    }

    private static Set<Audience> whom(List<Step> steps) {
        var whom = EnumSet.noneOf(Audience.class);
        steps.forEach(step -> whom.addAll(step.whom()));
        return whom;
    }

    /** Only the limit of the case is the people's business. */
    private void note(Stored stored, StageClock clock, Instant now) {
        var state = stored.item().state();
        var words = CaseWords.used(clock);
        boolean internal = clock.stage() != TimedStage.HANDLING;
        tables.events().add(stored.id(), new Event(now, "系统", null, state, state, words, internal));
    }

    private void tell(Stored stored, StageClock clock, Set<Audience> whom, Instant now) {
        int urged = crew.late(stored.item(), clock, whom, now);
        // until somebody is sent nobody knows by when: sending starts the clock anew
        if (whom.contains(Audience.PEOPLE) && stored.item().state().underway()) {
            telling.late(stored, urged > 0, now);
        }
    }
}
