package org.ximen.dialogue.report;

import java.util.List;
import org.ximen.cases.Category;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.PartReader;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.understanding.Act;
import org.ximen.understanding.Clause;

/** Two troubles are two cases: the second is kept and taken up after the first. */
final class SecondMatter {
    private static final double PLAIN = 0.7;

    private final ReportFlow flow;
    private final PartReader parts;

    SecondMatter(ReportFlow flow, PartReader parts) {
        this.flow = flow;
        this.parts = parts;
    }

    /** A new report; of two in one message, the first. */
    Step begin(Turn turn, Conversation standing) {
        var troubles =
                turn.reading().clauses().stream().filter(c -> c.act() == Act.REPORT).toList();
        return troubles.size() > 1
                ? flow.begin(
                        parts.of(turn, words(troubles.subList(0, 1))), keep(standing, troubles))
                : flow.begin(turn, standing);
    }

    /** Slow: the words of the first are read before the work. */
    void readAhead(Turn turn) {
        var troubles =
                turn.reading().clauses().stream().filter(c -> c.act() == Act.REPORT).toList();
        boolean two = troubles.size() > 1 && turn.standing().draft() == null;
        flow.readAhead(two ? parts.of(turn, words(troubles.subList(0, 1))) : turn);
    }

    /** The same of what is taken up again. */
    void readKept(Turn turn) {
        var kept = turn.standing().later();
        if (kept != null) {
            flow.readAhead(parts.of(turn, kept));
        }
    }

    private static Conversation keep(Conversation standing, List<Clause> troubles) {
        return standing.keeping(words(troubles.subList(1, troubles.size())));
    }

    private static String words(List<Clause> clauses) {
        return String.join("；", clauses.stream().map(Clause::text).toList());
    }

    /** More about the open draft, unless it is about another thing at another place. */
    Step whileOpen(Turn turn, ReportDraft draft, Conversation standing) {
        if (isAnother(turn, draft)) {
            return keepForLater(turn, draft, standing);
        }
        return flow.next(turn, flow.reader.retell(draft, turn), standing);
    }

    private boolean isAnother(Turn turn, ReportDraft draft) {
        var kind = flow.filing.category(draft);
        boolean plainly = turn.act() == Act.REPORT && turn.sureness() >= PLAIN;
        return plainly
                && kind != null
                && flow.named(turn).filter(named -> !isLike(named, kind)).isPresent();
    }

    /** Of one kind, or so near that one trouble may be told as either. */
    private static boolean isLike(Category named, Category kind) {
        var start = kind.shown().substring(0, Math.min(2, kind.shown().length()));
        return named.code().equals(kind.code()) || named.shown().startsWith(start);
    }

    private Step keepForLater(Turn turn, ReportDraft draft, Conversation standing) {
        var step = flow.next(turn, draft, standing.keeping(turn.words()));
        var first = flow.words().firstThis(turn, step.replies().getFirst());
        return Step.of(first, step.next());
    }

    /** The second trouble becomes a draft of its own. */
    Step takeUp(Turn turn, Conversation standing) {
        var kept = standing.later();
        return kept == null
                ? Step.of(flow.words().gone(turn), standing)
                : flow.begin(parts.of(turn, kept), standing.keeping(null));
    }
}
