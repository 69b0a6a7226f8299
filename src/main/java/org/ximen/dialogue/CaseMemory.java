package org.ximen.dialogue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.understanding.Act;

/**
 * What may have been said about a case stays with it, whatever is answered: 好了，路通了 sounds like
 * thanks, and tells the desk something.
 */
final class CaseMemory {
    private static final Set<Act> TOLD =
            EnumSet.of(Act.SUPPLEMENT, Act.CORRECT, Act.RATE, Act.WITHDRAW, Act.URGE, Act.REPORT);
    // Words with one of these are kept by whoever answers them.
    private static final Set<Act> KEPT =
            EnumSet.of(
                    Act.REPORT,
                    Act.HELP,
                    Act.SUGGEST,
                    Act.PRAISE,
                    Act.GRIEVANCE,
                    Act.PERSON,
                    Act.PRIVACY);
    // So likely words tell something of the case; below it they are talk.
    private static final double LIKELY = 0.05;

    private final Cases cases;

    CaseMemory(Cases cases) {
        this.cases = cases;
    }

    /** The work, which also keeps the words with the case that was spoken of. */
    Work of(Turn turn, Act act, Work work) {
        boolean kept = KEPT.contains(act) || ActRanking.isAboutOwnCase(act);
        var item = kept || told(turn) < LIKELY ? Optional.<GridCase>empty() : spokenOf(turn);
        return item.map(known -> keeping(turn, known, work)).orElse(work);
    }

    private static double told(Turn turn) {
        return TOLD.stream().mapToDouble(turn.reading()::probability).sum();
    }

    private static Optional<GridCase> spokenOf(Turn turn) {
        var last = turn.standing().last();
        return turn.standing().draft() != null
                ? Optional.empty()
                : turn.around()
                        .spokenOf()
                        .or(() ->
                                last == null
                                        ? Optional.empty()
                                        : turn.around().find(last.number()));
    }

    private Work keeping(Turn turn, GridCase item, Work work) {
        return standing -> {
            cases.remark(item.number(), turn.person().id(), turn.words(), turn.now());
            return work.run(standing);
        };
    }
}
