package org.ximen.evaluation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ximen.understanding.Act;
import org.ximen.understanding.DialogueState;

/**
 * Acts that the dialogue serves together, so that either is right: who reports a danger is helped,
 * who reports and asks gets both.
 */
final class FairPairs {
    private record Pair(Act one, Act other, Set<DialogueState> states) {
        boolean holds(Act a, Act b, DialogueState state) {
            return states.contains(state) && (a == one && b == other || a == other && b == one);
        }
    }

    private static final Set<DialogueState> ALWAYS = EnumSet.allOf(DialogueState.class);
    private static final Set<DialogueState> CLOSED = EnumSet.of(DialogueState.CLOSED);
    private static final Set<DialogueState> UNDER_WAY =
            EnumSet.of(
                    DialogueState.DRAFT_PLACE,
                    DialogueState.DRAFT_CATEGORY,
                    DialogueState.DRAFT_CONFIRM,
                    DialogueState.FILED,
                    DialogueState.OPEN);
    private static final List<Pair> PAIRS =
            List.of(
                    new Pair(Act.HELP, Act.REPORT, ALWAYS),
                    new Pair(Act.ASK, Act.REPORT, ALWAYS),
                    new Pair(Act.ASK, Act.NOTICES, ALWAYS),
                    new Pair(Act.SUGGEST, Act.GRIEVANCE, ALWAYS),
                    new Pair(Act.STATUS, Act.URGE, ALWAYS),
                    new Pair(Act.THANK, Act.PRAISE, ALWAYS),
                    new Pair(Act.SUPPLEMENT, Act.REPORT, UNDER_WAY),
                    new Pair(Act.PRAISE, Act.RATE, CLOSED),
                    new Pair(Act.GRIEVANCE, Act.RATE, CLOSED));

    private FairPairs() {}

    /** Whether what was read serves what was meant. */
    static boolean serve(Act read, Act meant, DialogueState state) {
        return read == meant || PAIRS.stream().anyMatch(pair -> pair.holds(read, meant, state));
    }
}
