package org.ximen.cases;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.Limit;
import org.ximen.workdays.WorkCalendar;

/** What staff put right: the kind, the place, the urgency, the unit. Pure. */
final class Corrections {
    private final DispatchTerms terms;
    private final Relocation relocation;
    private final WorkCalendar calendar;

    Corrections(DispatchTerms terms, Relocation relocation, WorkCalendar calendar) {
        this.terms = terms;
        this.relocation = relocation;
        this.calendar = calendar;
    }

    /** The category that a move names, if it is another than the case has. */
    Optional<Category> other(GridCase item, Move move) {
        return Optional.ofNullable(move.change().category())
                .map(terms::category)
                .filter(named -> !named.code().equals(item.category().code()));
    }

    /** With the category that who returns it names, if any. */
    Standing returned(Standing moved, GridCase item, Move move, Instant now) {
        return other(item, move)
                .map(category -> proposed(moved, category, move.condition(), item, now))
                .orElse(moved);
    }

    Standing reclassified(Standing moved, GridCase item, Move move, Instant now) {
        var other = other(item, move);
        if (other.isEmpty()) {
            return confirmed(moved, item);
        }
        var category = other.get();
        return moved.state().underway()
                ? sent(moved, category, item, move, now)
                : proposed(moved, category, move.condition(), item, now);
    }

    /** The guess was right. */
    private static Standing confirmed(Standing moved, GridCase item) {
        if (!item.guessed() || moved.state() != item.state()) {
            throw new Steps.Refused("这件案件已经是“" + item.category().shown() + "”，不用改类");
        }
        return moved.with(moved.facts().of(item.category()));
    }

    /** Nobody is on the way: unit and limit are those of the new kind. */
    private Standing proposed(
            Standing moved,
            Category category,
            @Nullable String condition,
            GridCase item,
            Instant now) {
        var chosen = DispatchTerms.condition(category, condition);
        boolean filed = moved.state() != State.REPORTED;
        return moved.with(moved.facts().of(category))
                .withCondition(filed ? chosen.id() : null)
                .withDepartment(category.department())
                .with(goingOn(item.clock(), chosen.limit(), now));
    }

    /** Somebody is on the way: to another unit it goes anew. */
    private Standing sent(
            Standing moved, Category category, GridCase item, Move move, Instant now) {
        var chosen = DispatchTerms.condition(category, move.condition());
        var named = move.department();
        var unit =
                named == null && category.department() == null
                        ? item.department()
                        : terms.department(category, named);
        var changed = moved.with(moved.facts().of(category)).withCondition(chosen.id());
        return unit == null || unit.equals(item.department())
                ? changed.with(goingOn(item.clock(), chosen.limit(), now))
                : sentTo(changed, unit, chosen.limit(), now);
    }

    /** The time that the new limit leaves; all of it where none is left. */
    private Clock goingOn(Clock clock, Limit limit, Instant now) {
        var since = Clock.starting(limit, clock.start(), calendar);
        return since.deadline().isAfter(now) ? since : Clock.starting(limit, now, calendar);
    }

    private Standing sentTo(Standing moved, String unit, Limit limit, Instant now) {
        return moved.in(State.DISPATCHED)
                .withDepartment(unit)
                .with(Clock.starting(limit, now, calendar));
    }

    Standing relocated(Standing moved, GridCase item, Move move) {
        var place = relocation.place(move.change(), moved.facts());
        var facts = moved.facts().at(place);
        if (facts.equals(moved.facts())) {
            throw new Steps.Refused("这件案件已经是这个地点，不用改");
        }
        return moved.with(facts);
    }

    Standing prioritised(Standing moved, GridCase item, Move move) {
        boolean urgent = Boolean.TRUE.equals(move.change().urgent());
        if (urgent == item.urgent()) {
            throw new Steps.Refused(urgent ? "这件案件已经是紧急" : "这件案件本来就不是紧急");
        }
        return moved.with(moved.facts().urgent(urgent));
    }

    /** To the unit that is named; without one the desk takes it back. */
    Standing redispatched(Standing moved, GridCase item, Move move, Instant now) {
        var named = move.department();
        if (named == null) {
            return moved;
        }
        var unit = terms.department(named, "department");
        if (unit.equals(item.department())) {
            throw new Steps.Refused("这件案件就是派给" + terms.name(unit) + "的，不用改派");
        }
        return sentTo(moved, unit, DispatchTerms.limited(item).limit(), now);
    }
}
