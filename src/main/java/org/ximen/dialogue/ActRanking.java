package org.ximen.dialogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.DangerReading;

/** What words want, without what cannot be wanted just now. */
final class ActRanking {
    private static final Set<Act> OF_A_CASE =
            EnumSet.of(Act.SUPPLEMENT, Act.CORRECT, Act.RATE, Act.WITHDRAW, Act.URGE, Act.STATUS);

    // Who has no case rarely asks for one in other than plain words.
    private static final double SURE = 0.8;

    private ActRanking() {}

    /** The acts that can be meant, most probable first; at least one. */
    static List<ActGuess> of(Turn turn) {
        var impossible = impossible(turn);
        var possible =
                turn.reading().acts().stream()
                        .filter(guess -> !impossible.contains(guess.act()))
                        .toList();
        double all = possible.stream().mapToDouble(ActGuess::probability).sum();
        return all == 0
                ? List.of(new ActGuess(Act.ASK, 1))
                : possible.stream()
                        .map(guess -> new ActGuess(guess.act(), guess.probability() / all))
                        .toList();
    }

    /** Whether an act is about a case of one's own. */
    static boolean isAboutOwnCase(Act act) {
        return OF_A_CASE.contains(act);
    }

    /** How probable it is that the words are about a case of one's own, 0 to 1. */
    static double aboutOwnCase(Turn turn) {
        return OF_A_CASE.stream().mapToDouble(turn.reading()::probability).sum();
    }

    private static Set<Act> impossible(Turn turn) {
        var acts = EnumSet.noneOf(Act.class);
        boolean awaiting =
                turn.around().suggestion().isPresent() || turn.around().ticket().isPresent();
        if (turn.around().cases().isEmpty() && turn.standing().draft() == null && !awaiting) {
            acts.addAll(EnumSet.of(Act.SUPPLEMENT, Act.CORRECT, Act.RATE));
        }
        if (turn.around().cases().isEmpty()
                && !awaiting
                && turn.reading().probability(turn.reading().act()) < SURE) {
            acts.addAll(EnumSet.of(Act.STATUS, Act.URGE));
        }
        if (turn.reading().danger().level() != DangerReading.Level.NOW) {
            acts.add(Act.HELP);
        }
        return acts;
    }
}
