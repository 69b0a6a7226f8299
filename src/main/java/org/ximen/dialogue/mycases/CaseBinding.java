package org.ximen.dialogue.mycases;

import java.util.List;
import java.util.Optional;
import org.ximen.cases.GridCase;
import org.ximen.dialogue.Turn;
import org.ximen.text.Plain;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;

/** Which case is meant: the one spoken about last, else the one that the words fit. */
final class CaseBinding {

    /** The cases that may be meant; one where it is plain. */
    List<GridCase> candidates(Act act, Turn turn) {
        var possible = possible(act, turn);
        return possible.size() < 2
                ? possible
                : narrowed(possible, turn).map(List::of).orElse(possible);
    }

    private static List<GridCase> possible(Act act, Turn turn) {
        var around = turn.around();
        return switch (act) {
            case URGE, SUPPLEMENT, CORRECT ->
                    around.open().isEmpty() ? around.over() : around.open();
            case WITHDRAW -> around.open();
            case RATE -> around.over().isEmpty() ? around.cases() : around.over();
            default -> around.cases();
        };
    }

    private static Optional<GridCase> narrowed(List<GridCase> possible, Turn turn) {
        return named(possible, turn)
                .or(() -> turn.around().spokenOf().filter(possible::contains))
                .or(() -> last(possible, turn));
    }

    /** The only one whose place or kind the words name. */
    private static Optional<GridCase> named(List<GridCase> possible, Turn turn) {
        var fitting = possible.stream().filter(item -> fits(item, turn)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean fits(GridCase item, Turn turn) {
        var place = Plain.comparable(item.place()).replace(" ", "");
        boolean there =
                turn.reading().places().stream()
                        .map(mention -> Plain.comparable(mention.place().text()).replace(" ", ""))
                        .anyMatch(said -> place.contains(said) || said.contains(place));
        var kind = item.category().shown(turn.language());
        boolean named = turn.plain().contains(Plain.comparable(kind));
        return there || named || likeliest(turn).equals(item.category().code());
    }

    private static String likeliest(Turn turn) {
        return turn.reading().categories().stream().findFirst().map(CategoryGuess::code).orElse("");
    }

    private static Optional<GridCase> last(List<GridCase> possible, Turn turn) {
        var last = turn.standing().last();
        return last == null || !last.fresh(turn.now())
                ? Optional.empty()
                : possible.stream().filter(c -> c.number().equals(last.number())).findFirst();
    }
}
