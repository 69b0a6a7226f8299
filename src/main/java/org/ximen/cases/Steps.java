package org.ximen.cases;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.WorkCalendar;

/** What each step does to a case. Pure: it neither reads nor writes the database. */
final class Steps {
    private final DispatchTerms terms;
    private final Corrections corrections;
    private final WorkCalendar calendar;

    Steps(DispatchTerms terms, Corrections corrections, WorkCalendar calendar) {
        this.terms = terms;
        this.corrections = corrections;
        this.calendar = calendar;
    }

    /** How the case stands after a step that the guard let pass. */
    Standing after(GridCase item, Moves.Rule rule, Move move, Actor by, Instant now) {
        require(rule, move);
        var moved = item.standing().in(rule.to());
        return rule.who() == Moves.Who.ASSISTANT
                ? moved
                : settled(item, standing(moved, item, rule, move, by, now));
    }

    private Standing standing(
            Standing moved, GridCase item, Moves.Rule rule, Move move, Actor by, Instant now) {
        var clock = item.clock();
        return switch (move.verb()) {
            case FILE -> filed(moved, item, move);
            case DISPATCH ->
                    moved.withDepartment(terms.department(item.category(), move.department()))
                            .with(started(item.category(), item.condition(), now));
            case EXTEND ->
                    rule.internal()
                            ? moved.asking(asked(item, move, by, now))
                            : moved.with(extended(clock, now)).asking(null);
            case GRANT -> moved.with(once(clock).extended(calendar)).asking(null);
            case DENY -> moved.asking(null);
            case SUSPEND -> moved.with(clock.paused(now));
            case RESUME -> moved.with(clock.resumed(now, calendar));
            case REFUSE -> moved.with(Outcome.NOT_ACCEPTED);
            case CLOSE -> moved.with(move.outcome() == null ? Outcome.RESOLVED : move.outcome());
            case MERGE -> moved.mergedInto(into(item, move));
            case REOPEN -> reopened(moved, item, move, now);
            case APPEAL -> appealed(moved, item, now);
            // what is checked does not run; what is sent back has the time that was left
            case HANDLE -> alone(moved, item, move).with(clock.paused(now));
            case REWORK -> moved.with(clock.resumed(now, calendar));
            case RETURN -> corrections.returned(moved, item, move, now);
            case RECLASSIFY -> corrections.reclassified(moved, item, move, now);
            case RELOCATE -> corrections.relocated(moved, item, move);
            case PRIORITISE -> corrections.prioritised(moved, item, move);
            case REDISPATCH -> corrections.redispatched(moved, item, move, now);
            case ACCEPT, ARRIVE, CONTACT, ASSIST, VERIFY, CANCEL, SPLIT, NOTE -> moved;
        };
    }

    /** More time is granted to the unit that asked, while it has the case. */
    private static Standing settled(GridCase item, Standing after) {
        boolean kept =
                after.state().underway() && Objects.equals(after.department(), item.department());
        return kept ? after : after.asking(null);
    }

    /** Who files it has looked at its kind. */
    private static Standing filed(Standing moved, GridCase item, Move move) {
        var condition = DispatchTerms.condition(item.category(), move.condition());
        return moved.withCondition(condition.id()).with(moved.facts().confirmed());
    }

    private Standing reopened(Standing moved, GridCase item, Move move, Instant now) {
        var other = corrections.other(item, move);
        var category = other.orElse(item.category());
        var again =
                other.map(named -> moved.with(moved.facts().of(named)).withCondition(null))
                        .orElse(moved);
        return again.with((Outcome) null)
                .withDepartment(category.department())
                .with(started(category, again.condition(), now));
    }

    /** Back to those who had it, who get half the time. */
    private Standing appealed(Standing moved, GridCase item, Instant now) {
        var half = DispatchTerms.limited(item).limit().half();
        return moved.with((Outcome) null).with(Clock.starting(half, now, calendar));
    }

    private Clock started(Category category, @Nullable String condition, Instant now) {
        var limit = DispatchTerms.limit(category, condition);
        return Clock.starting(limit, now, calendar);
    }

    private ExtensionRequest asked(GridCase item, Move move, Actor by, Instant now) {
        if (item.extension() != null) {
            throw new Refused("已经申请过延期，正等派遣员答复");
        }
        extended(item.clock(), now);
        return new ExtensionRequest(by.name(), now, String.valueOf(move.note()));
    }

    private Clock extended(Clock clock, Instant now) {
        if (now.isAfter(once(clock).deadline())) {
            throw new Refused("已经超过时限，不能延期，请尽快处置");
        }
        return clock.extended(calendar);
    }

    private static Clock once(Clock clock) {
        if (clock.extensions() >= Clock.MOST_EXTENSIONS) {
            throw new Refused("已经延期 %d 次，不能再延".formatted(Clock.MOST_EXTENSIONS));
        }
        return clock;
    }

    /** Those who help are waited for, unless it says why not. */
    private Standing alone(Standing moved, GridCase item, Move move) {
        var awaited = item.awaited();
        if (!awaited.isEmpty() && move.change().reason() == null) {
            var names = awaited.stream().map(unit -> terms.name(unit.department())).toList();
            throw new Refused("协办单位" + String.join("、", names) + "还没有办完。请等他们办完，或写明为什么不等（reason）");
        }
        return moved;
    }

    private static void require(Moves.Rule rule, Move move) {
        var change = move.change();
        for (var need : rule.needs()) {
            switch (need) {
                case NOTE -> require(move.note(), "note", asksFor(rule.verb()));
                case INTO -> require(move.into(), "into", "并案请写明并入哪一件（into，案件编号）");
                case CATEGORY -> require(change.category(), "category", "改类请选改成哪一类（category）");
                case PLACE ->
                        require(
                                change.places() ? change : null,
                                "place",
                                "改地点请写新的地点（place）、坐标（location）或区域（area）");
                case URGENCY -> require(change.urgent(), "urgent", "定级请写明是不是紧急（urgent）");
                case UNITS ->
                        require(
                                change.units().isEmpty() ? null : change,
                                "units",
                                "请写明请哪些部门协助（units）");
                // What has to be shown is looked at by EvidenceDesk, what has to be there by Guard.
                case REQUEST, REPORTER, AFTER_PHOTO, VERIFIED_PHOTO, CLOSING -> {}
            }
        }
    }

    private static String asksFor(Verb verb) {
        return switch (verb) {
            case SPLIT -> "拆分请写明另一件是什么事（note）";
            case NOTE -> "内部备注不能是空的（note）";
            default -> "“" + verb.shown() + "”请写明原因（note）";
        };
    }

    private static void require(@Nullable Object value, String field, String message) {
        if (value == null) {
            throw new Incomplete(field, message);
        }
    }

    private static String into(GridCase item, Move move) {
        var number = CaseNumber.in(String.valueOf(move.into())).orElseThrow(Unknown::new);
        if (number.equals(item.number())) {
            throw new Incomplete("into", "一件案件不能并入自己，请写另一件的编号");
        }
        return number;
    }

    /** A rule beyond the table forbids the step. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }
}
