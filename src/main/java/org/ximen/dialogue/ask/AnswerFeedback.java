package org.ximen.dialogue.ask;

import java.util.Optional;
import org.ximen.dialogue.Turn;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Reason;
import org.ximen.gaps.Result;
import org.ximen.knowledge.Finding;
import org.ximen.understanding.Act;

/** Notes what questions found, and takes what people think of the answers. */
final class AnswerFeedback {
    // Words this likely to be a question are never taken for a remark on the answer before.
    private static final double SURELY = 0.9;
    private static final double QUESTION = 0.8;

    private final Gaps gaps;

    AnswerFeedback(Gaps gaps) {
        this.gaps = gaps;
    }

    void picked(Turn turn) {
        gaps.pick(turn.person());
    }

    /** Whether the words were about the answer that was just judged, and are kept with it. */
    boolean isRemark(Turn turn, QuestionSearch.Found found) {
        boolean asks = turn.plain().contains("?") || turn.reading().probability(Act.ASK) > QUESTION;
        boolean remark = !asks || found.goesOn() || !(found.finding() instanceof Finding.Answered);
        return remark
                && turn.reading().probability(Act.ASK) < SURELY
                && !AskSkill.inPublic(turn)
                && gaps.remark(turn.person(), turn.words(), turn.now());
    }

    /** Keeps words with the answer that was judged last. */
    void remark(Turn turn) {
        gaps.remark(turn.person(), turn.words(), turn.now());
    }

    /** Notes a question; the id by which its answer can be judged. */
    Optional<Long> note(Turn turn, QuestionSearch.Found found) {
        var noted =
                gaps.note(
                        AskSkill.inPublic(turn) ? null : turn.person(),
                        turn.incoming().sender().channel(),
                        found.question(),
                        result(found.finding()),
                        found.finding().confidence(),
                        turn.now());
        if (found.finding() instanceof Finding.Answered answered
                && !answered.citations().isEmpty()) {
            var first = answered.citations().getFirst().article();
            noted.ifPresent(id -> gaps.cite(id, first));
        }
        return noted;
    }

    private static Result result(Finding finding) {
        return switch (finding) {
            case Finding.Answered answered -> Result.ANSWERED;
            case Finding.Unsure unsure -> Result.UNSURE;
            case Finding.Silent silent -> Result.REFUSED;
            case Finding.Nothing nothing -> Result.REFUSED;
        };
    }

    Gaps.Mark mark(Turn turn, long answer, boolean useful) {
        return gaps.mark(answer, useful, turn.person(), turn.now());
    }

    /** Whether the reason was taken. */
    boolean why(Turn turn, long answer, Reason reason) {
        return gaps.why(answer, reason, turn.person(), turn.now()) != Gaps.Mark.GONE;
    }

    void quiet(Turn turn) {
        gaps.quiet(turn.person(), turn.now());
    }
}
