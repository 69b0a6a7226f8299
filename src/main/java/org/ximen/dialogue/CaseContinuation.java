package org.ximen.dialogue;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.GridCase;
import org.ximen.district.Evidence;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;

/**
 * What sounds like a new report, and goes on with the case that was spoken of last: 补是补了，又翘起来了.
 * Another road or estate makes it another matter.
 */
final class CaseContinuation {
    // So likely, words without a place are about the case that was just spoken of.
    private static final double MORE = 0.1;
    private static final Set<Act> MEANT = EnumSet.of(Act.SUPPLEMENT, Act.CORRECT, Act.URGE);

    private CaseContinuation() {}

    /** What the words do to the case; empty where they are about something else. */
    static Optional<Act> of(Turn turn) {
        return placed(turn) || turn.standing().draft() != null
                ? Optional.empty()
                : turn.around()
                        .spokenOf()
                        .filter(item -> isAbout(item, turn))
                        .map(item -> item.state().over() ? Act.RATE : likeliest(turn));
    }

    /** A floor or a gate is somewhere within the place of the case. */
    private static boolean placed(Turn turn) {
        return turn.incoming().location() != null
                || turn.reading().places().stream()
                        .anyMatch(mention -> mention.evidence() != Evidence.RELATIVE);
    }

    private static boolean isAbout(GridCase item, Turn turn) {
        boolean alike =
                turn.reading().categories().stream()
                        .map(CategoryGuess::code)
                        .anyMatch(item.category().code()::equals);
        return alike || ActRanking.aboutOwnCase(turn) > MORE;
    }

    private static Act likeliest(Turn turn) {
        return MEANT.stream()
                .max(Comparator.comparingDouble(turn.reading()::probability))
                .orElse(Act.SUPPLEMENT);
    }
}
