package org.ximen.dialogue;

import java.util.EnumSet;
import java.util.Set;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.DangerReading.Level;

/** The course of a danger that was told: it goes on, a hazard is left of it, or it is over. */
public final class DangerCourse {
    // Who told a danger was advised at once. It goes on as long as that is likelier than not; a
    // first word of it rings at far less.
    private static final double GOES_ON = 0.5;
    // Words that want to know or to have something speak of a danger that is past without ending
    // this one.
    private static final Set<Act> TELLING =
            EnumSet.of(
                    Act.WITHDRAW,
                    Act.RATE,
                    Act.THANK,
                    Act.REPORT,
                    Act.SUPPLEMENT,
                    Act.CORRECT,
                    Act.PLACE_ONLY,
                    Act.SMALLTALK,
                    Act.YES,
                    Act.NO);
    // What is left is to be seen to.
    private static final Set<Act> WANTING =
            EnumSet.of(Act.REPORT, Act.SUPPLEMENT, Act.CORRECT, Act.YES);

    private DangerCourse() {}

    /** Whether a danger was told that is not known to be over. */
    public static boolean isTold(Turn turn) {
        var draft = turn.standing().draft();
        var last = turn.standing().last();
        return draft != null
                ? draft.danger() != null
                : last != null && last.danger() != null && last.fresh(turn.now());
    }

    /** Whether the words say that the danger is over, wherever people are now. */
    public static boolean isOver(Turn turn) {
        return isTold(turn) && (turn.reading().act() == Act.WITHDRAW || isPast(turn));
    }

    private static boolean isPast(Turn turn) {
        return hasBecome(turn, Level.MENTIONED) && TELLING.contains(besidesHelp(turn));
    }

    private static boolean hasBecome(Turn turn, Level level) {
        var danger = turn.reading().danger();
        return danger.now() < GOES_ON && danger.otherwise() == level;
    }

    /** Whether nobody is in danger any more, and something is left that somebody should see to. */
    public static boolean isEased(Turn turn) {
        boolean hazard = isTold(turn) && hasBecome(turn, Level.HAZARD);
        return (hazard || isOver(turn)) && WANTING.contains(besidesHelp(turn));
    }

    private static Act besidesHelp(Turn turn) {
        return ActRanking.of(turn).stream()
                .map(ActGuess::act)
                .filter(act -> act != Act.HELP)
                .findFirst()
                .orElse(Act.SUPPLEMENT);
    }
}
