package org.ximen.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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

    private int warn(List<Row> due, Instant now) {
        var ids = due.stream().map(Row::caseId).distinct().toList();
        var cases =
                tables.cases().get(ids).stream()
                        .collect(Collectors.toMap(Stored::id, Function.identity()));
        int warnings = 0;
        for (var row : due) {
            var stored = cases.get(row.caseId());
            if (stored != null) {
                warnings += IsolatedRun.of(() -> warn(row, stored, now), w -> aside(stored, w));
            }
        }
        return warnings;
    }

    private static int aside(Stored stored, Throwable why) {
        LOG.error("案件 {} 的时限这一次没有查成，稍后再试", stored.item().number(), why);
        return 0;
    }

    private int warn(Row row, Stored stored, Instant now) {
        if (row.clock().stage() == TimedStage.CONTACT && !stored.isReachable()) {
            tables.clocks().put(row.id(), row.clock().stopped(now), null);
            return 0;
        }
        var steps = escalation.due(row.clock(), now);
        int reached = steps.stream().mapToInt(Step::percent).max().orElse(row.clock().warned());
        return db.in(() -> told(row, stored, steps, reached, now)) && !steps.isEmpty() ? 1 : 0;
    }

    private boolean told(Row row, Stored stored, List<Step> steps, int reached, Instant now) {
        var clock = row.clock().warned(reached);
        var next = escalation.next(clock, stored.item().urgent(), now);
        if (!tables.clocks().told(row, reached, next)) {
            return false;
        }
        if (reached > row.clock().warned()) {
            note(stored, clock, now);
        }
        tell(stored, clock, whom(steps), now);
        return true;
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
        if (whom.contains(Audience.PEOPLE)) {
            telling.late(stored, urged > 0, now);
        }
    }
}
