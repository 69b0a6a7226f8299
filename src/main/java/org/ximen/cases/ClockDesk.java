package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.ClockEffects.Effect;
import org.ximen.cases.StageClockTable.Row;
import org.ximen.workdays.WorkCalendar;

/**
 * Keeps the clocks of the stages as the steps say; inside a transaction. The clock of handling is
 * that of the case: it is only ever written down as the case has it.
 */
final class ClockDesk {
    private final StageClockTable table;
    private final Escalation escalation;
    private final CodeTable codeTable;
    private final WorkCalendar calendar;

    ClockDesk(
            StageClockTable table,
            Escalation escalation,
            CodeTable codeTable,
            WorkCalendar calendar) {
        this.table = table;
        this.escalation = escalation;
        this.codeTable = codeTable;
        this.calendar = calendar;
    }

    /** The clocks of a new case. */
    void begin(Stored stored, Instant now) {
        apply(stored, ClockEffects.REPORTED, now);
    }

    /** What a step does to the clocks. */
    void follow(State from, Stored after, Verb verb, Instant now) {
        apply(after, ClockEffects.of(from, verb, after.item().state()), now);
        if (after.item().urgent()) {
            wake(after.id(), now);
        }
    }

    /** What became urgent at night does not wait for the morning. */
    private void wake(long caseId, Instant now) {
        for (var row : table.latest(caseId).values()) {
            var next = escalation.next(row.clock(), now);
            var kept = row.nextAt();
            if (next != null && kept != null && next.isBefore(kept)) {
                table.put(row.id(), row.clock(), next);
            }
        }
    }

    /** All clocks of a case, oldest first. */
    List<StageClock> of(long caseId) {
        return table.of(caseId).stream().map(Row::clock).toList();
    }

    private void apply(Stored stored, Map<TimedStage, Effect> effects, Instant now) {
        var rows = table.latest(stored.id());
        for (var stage : TimedStage.values()) {
            var row = rows.get(stage);
            var effect = effects.get(stage);
            // what was being checked at the update has no clock yet to go on with
            boolean missing = row == null && effect == Effect.GOES_ON;
            if (effect == Effect.STARTS || missing && stage == TimedStage.HANDLING) {
                start(stored, stage, row, now);
            } else if (row != null && (row.clock().isOpen() || reopens(stage, effect))) {
                keep(row, after(stored.item(), row.clock(), effect, now), now);
            }
        }
    }

    /** Work may be done again; other stages that are over stay so. */
    private static boolean reopens(TimedStage stage, @Nullable Effect effect) {
        return stage == TimedStage.HANDLING && effect == Effect.GOES_ON;
    }

    /** Whoever cannot be reached waits for nobody to get in touch. */
    private void start(Stored stored, TimedStage stage, @Nullable Row row, Instant now) {
        var open = row != null && row.clock().isOpen() ? row : null;
        var clock = starting(stored, stage, now).map(c -> StageClock.starting(stage, c));
        if (clock.isEmpty()) {
            return;
        }
        if (open == null) {
            table.add(stored.id(), clock.get(), escalation.next(clock.get(), now));
        } else {
            keep(open, clock.get(), now);
        }
    }

    private Optional<Clock> starting(Stored stored, TimedStage stage, Instant now) {
        if (stage == TimedStage.HANDLING) {
            return Optional.of(stored.item().clock());
        }
        // nobody has to be at the desk by night for what can wait
        boolean urgent = stored.item().urgent();
        return stage == TimedStage.CONTACT && !stored.isReachable()
                ? Optional.empty()
                : codeTable
                        .limit(stage)
                        .map(limit -> urgent ? limit : limit.inOffice())
                        .map(limit -> Clock.starting(limit, now, calendar));
    }

    /** The clock of handling moves with the case, whatever the step. */
    private StageClock after(
            GridCase item, StageClock before, @Nullable Effect effect, Instant now) {
        boolean handling = before.stage() == TimedStage.HANDLING;
        var same = handling ? before.with(item.clock()) : before;
        return switch (effect) {
            case STOPS -> same.stopped(now, true);
            case LAPSES -> same.stopped(now, false);
            case PAUSES -> handling ? same : same.with(before.clock().paused(now));
            case GOES_ON ->
                    (handling ? same : same.with(before.clock().resumed(now, calendar))).goingOn();
            case null, default -> same;
        };
    }

    /** What was told of time that is given back is told again when it has run. */
    private void keep(Row row, StageClock clock, Instant now) {
        var kept = clock.warned(Math.min(clock.warned(), escalation.crossed(clock, now)));
        if (!kept.equals(row.clock())) {
            table.put(row.id(), kept, escalation.next(kept, now));
        }
    }
}
