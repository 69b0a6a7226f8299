package org.ximen.console;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.OpenMove;
import org.ximen.cases.Outcome;
import org.ximen.cases.Verb;
import org.ximen.staff.StaffRefused;

/** What was typed into the form of one move. */
record MoveForm(
        @Nullable String verb,
        @Nullable String note,
        @Nullable String department,
        @Nullable String condition,
        @Nullable String outcome,
        @Nullable String into) {
    static final MoveForm EMPTY = new MoveForm(null, null, null, null, null, null);

    /**
     * A form for one open move, with what the last try typed into it.
     *
     * @param conditions filing conditions to choose from, for 立案
     * @param usual the department that a dispatch goes to unless another is chosen
     */
    record Offer(
            String verb,
            String label,
            boolean noteNeeded,
            boolean into,
            boolean department,
            List<Choices.Option> conditions,
            List<Choices.Option> outcomes,
            @Nullable String usual,
            boolean tried) {}

    static List<Offer> of(List<OpenMove> moves, GridCase item, MoveForm typed) {
        return moves.stream().map(move -> offer(move, item, typed)).toList();
    }

    private static Offer offer(OpenMove move, GridCase item, MoveForm typed) {
        var verb = move.verb();
        return new Offer(
                verb.name(),
                verb.shown(),
                move.noteNeeded(),
                move.intoNeeded(),
                verb == Verb.DISPATCH,
                verb == Verb.FILE ? conditions(item) : List.of(),
                verb == Verb.CLOSE ? outcomes() : List.of(),
                item.category().department(),
                verb.name().equals(typed.verb()));
    }

    private static List<Choices.Option> conditions(GridCase item) {
        return item.category().conditions().stream()
                .map(each -> new Choices.Option(each.id(), each.when()))
                .toList();
    }

    private static List<Choices.Option> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(each -> new Choices.Option(each.name(), each.shown()))
                .toList();
    }

    /** The words that no form of these moves shows again; null if there are none. */
    @Nullable String lostAmong(List<OpenMove> moves) {
        return moves.stream().anyMatch(move -> move.verb().name().equals(verb))
                ? null
                : Shown.filled(note);
    }

    Move move() {
        var wanted = Shown.constant(Verb.class, verb);
        if (wanted == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "没有这一步，请从案件页上的按钮里选。");
        }
        var result = Shown.constant(Outcome.class, outcome);
        return new Move(wanted, note, department, condition, result, into);
    }
}
