package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseUnit.Answer;

/** Several units on one case: who is asked to help, and what they answer; inside a transaction. */
final class UnitDesk {
    private final UnitTable units;
    private final EventTable events;
    private final DispatchTerms terms;
    private final CorrectionNews news;

    UnitDesk(Tables tables, DispatchTerms terms, CorrectionNews news) {
        this.units = tables.units();
        this.events = tables.events();
        this.terms = terms;
        this.news = news;
    }

    /** Ids of the units that a move asks to help. */
    List<String> wanted(GridCase item, Move move) {
        var wanted =
                move.change().units().stream()
                        .map(each -> terms.department(each, "units"))
                        .distinct()
                        .toList();
        wanted.forEach(unit -> refuseTwice(item, unit));
        return wanted;
    }

    private void refuseTwice(GridCase item, String unit) {
        if (unit.equals(item.department())) {
            throw new Incomplete("units", terms.name(unit) + "就是主办单位，请选别的部门协助（units）");
        }
        if (item.awaited().stream().anyMatch(each -> each.department().equals(unit))) {
            throw new Incomplete("units", "已经请" + terms.name(unit) + "协助了，请等它答复（units）");
        }
    }

    /** Asks units to help. */
    void ask(Stored stored, Move move, Instant now) {
        var wanted = wanted(stored.item(), move);
        wanted.forEach(unit -> put(stored, unit, Answer.ASKED, move.note(), now));
        news.asked(stored.item(), wanted, move.note(), now);
    }

    /** A unit answers for itself. */
    void answer(Stored stored, Move move, Actor by, Instant now) {
        var unit = terms.department(String.valueOf(by.department()), "department");
        var answer = answer(move.verb());
        put(stored, unit, answer, move.note(), now);
        news.answered(stored.item(), new CaseUnit(unit, answer, now, move.note()), now);
    }

    /** What a step of a unit that helps means. */
    static Answer answer(Verb verb) {
        return switch (verb) {
            case ACCEPT -> Answer.ACCEPTED;
            case HANDLE -> Answer.DONE;
            case RETURN -> Answer.DECLINED;
            default -> throw new IllegalArgumentException("no answer of a unit: " + verb);
        };
    }

    /** Spares those who help where the case goes on without them. */
    void follow(Stored before, Stored after, Move move, Actor by, Instant now) {
        var state = after.item().state();
        boolean goesOn = state.underway() || state == State.SUSPENDED;
        var item = before.item();
        if (goesOn && Objects.equals(item.department(), after.item().department())) {
            return;
        }
        for (var unit : item.awaited()) {
            put(before, unit.department(), Answer.WITHDRAWN, null, now);
            news.spared(after.item(), unit.department(), now);
        }
        var reason = move.change().reason();
        if (!item.awaited().isEmpty() && reason != null) {
            note(after, by, "没有等" + names(item.awaited()) + "：" + reason, now);
        }
    }

    /** Units, in words. */
    String names(List<CaseUnit> some) {
        return String.join("、", some.stream().map(each -> terms.name(each.department())).toList());
    }

    private void note(Stored stored, Actor by, String words, Instant now) {
        var state = stored.item().state();
        events.add(stored.id(), new Event(now, by.name(), Verb.ASSIST, state, state, words, true));
    }

    private void put(
            Stored stored, String unit, Answer answer, @Nullable String note, Instant now) {
        units.put(stored.id(), new CaseUnit(unit, answer, now, note));
    }
}
