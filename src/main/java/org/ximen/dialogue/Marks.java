package org.ximen.dialogue;

import java.util.Optional;
import org.ximen.cases.Intake;
import org.ximen.chat.Incoming.Manner;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Reason;
import org.ximen.gaps.Result;
import org.ximen.knowledge.Finding;

/** Notes what questions found, and takes what people think of the answers. */
final class Marks {
    private final Gaps gaps;
    private final Intake intake;

    Marks(Gaps gaps, Intake intake) {
        this.gaps = gaps;
        this.intake = intake;
    }

    /** The outcome of a question once it is noted: it can be judged, or was no question at all. */
    Outcome found(Turn turn, Intent intent, Questions.Asked asked, Outcome outcome) {
        if (!(outcome instanceof Outcome.Found(var finding, var reporting, var none))) {
            return outcome;
        }
        if (intent instanceof Intent.Pick) {
            gaps.pick(turn.person());
        }
        if (!reporting && isRemark(turn, finding)) {
            return new Outcome.RemarkKept(finding);
        }
        var id = note(turn, asked.question(), finding);
        return new Outcome.Found(finding, reporting, id.orElse(null));
    }

    /** A next question is never taken for a remark: it has an answer, or sounds like a question. */
    private boolean isRemark(Turn turn, Finding finding) {
        return !(finding instanceof Finding.Answered)
                && !turn.incoming().is(Manner.IN_PUBLIC)
                && !turn.plain().contains("?")
                && !new Lean(turn.plain(), intake).isClearlyQuestion()
                && gaps.remark(turn.person(), turn.words(), turn.now());
    }

    private Optional<Long> note(Turn turn, String question, Finding finding) {
        boolean together = turn.incoming().is(Manner.IN_PUBLIC);
        return gaps.note(
                together ? null : turn.person(),
                turn.incoming().sender().channel(),
                question,
                result(finding),
                finding.confidence(),
                turn.now());
    }

    private static Result result(Finding finding) {
        return switch (finding) {
            case Finding.Answered answered -> Result.ANSWERED;
            case Finding.Unsure unsure -> Result.UNSURE;
            case Finding.Nothing nothing -> Result.REFUSED;
        };
    }

    Outcome mark(Turn turn, long answer, boolean useful) {
        return switch (gaps.mark(answer, useful, turn.person(), turn.now())) {
            case TAKEN -> new Outcome.Marked(useful);
            case WHY -> new Outcome.WhyWanted(answer);
            case GONE -> new Outcome.ButtonGone();
        };
    }

    Outcome why(Turn turn, long answer, Reason reason) {
        return gaps.why(answer, reason, turn.person(), turn.now()) == Gaps.Mark.GONE
                ? new Outcome.ButtonGone()
                : new Outcome.WhyKept();
    }

    void loud(Turn turn) {
        gaps.loud(turn.person());
    }

    Outcome quiet(Turn turn) {
        gaps.quiet(turn.person(), turn.now());
        return new Outcome.QuietKept();
    }
}
