package org.ximen.dialogue.officer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseChange;
import org.ximen.cases.FieldDesk.Shown;
import org.ximen.cases.FieldStep;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.dialogue.Step;

/** From the picture of how it was left to the check. */
final class Handling {
    private final FieldCases cases;
    private final FieldWords words;

    Handling(FieldCases cases) {
        this.cases = cases;
        this.words = cases.words();
    }

    /**
     * Asks whether pictures of how it was left are enough; until that is said they belong to no
     * case.
     */
    Step pictured(Acting acting, GridCase item, PatrolFind shown) {
        var open = cases.open(acting, item);
        if (open.helps()) {
            return acting.say(cases.card(acting, item));
        }
        if (!open.takes(PhotoPhase.AFTER)) {
            return cases.take(acting, item, Move.of(Verb.HANDLE), "refused");
        }
        cases.hold(acting, item);
        return isMet(acting, item, submission(acting, item).and(shown), null);
    }

    private Step isMet(
            Acting acting, GridCase item, Submission submission, @Nullable String before) {
        var reply = words.isMet(item, submission.shown().photos().size());
        return acting.ask(
                before == null ? reply : reply.after(before),
                FieldQuestion.MET.with(submission.written()));
    }

    /** More words for the step, as long as it is not taken. */
    Step added(Acting acting, GridCase item, String said) {
        var more = PatrolFind.NONE.and(List.of(), said, null);
        return isMet(acting, item, submission(acting, item).and(more), words.say("noted"));
    }

    /**
     * The condition is met: it goes to be checked. Units that help are waited for, or it is said
     * why.
     */
    Step met(Acting acting, GridCase item, Proof proof) {
        var open = cases.open(acting, item);
        if (open.helps()) {
            return acting.say(cases.card(acting, item));
        }
        var submission = submission(acting, item);
        if (open.takes(PhotoPhase.AFTER) && !item.awaited().isEmpty()) {
            return acting.ask(
                    words.ask("alone", words.names(item)).about(item.number()),
                    FieldQuestion.ALONE.with(submission.without(proof.reason()).written()));
        }
        return handled(acting, item, submission, CaseChange.NONE, proof);
    }

    /** The units are not waited for. */
    Step alone(Acting acting, GridCase item, String why) {
        var submission = submission(acting, item);
        var reason = submission.reason();
        var proof = reason == null ? Proof.NONE : new Proof(List.of(), reason, null);
        return handled(acting, item, submission, CaseChange.reason(why), proof);
    }

    private Step handled(
            Acting acting, GridCase item, Submission submission, CaseChange change, Proof proof) {
        var said = submission.shown().words();
        var note = said.isEmpty() ? null : said;
        var move = Move.of(Verb.HANDLE, note, change).showing(proof);
        return cases.ended(
                acting,
                shown(acting, item, submission, List.of(move)),
                moved -> {
                    cases.release(acting, moved.number());
                    return acting.say(words.told("handled", moved.number()).about(moved.number()));
                });
    }

    /** The pictures are of the case, which is not done yet. */
    Step unmet(Acting acting, GridCase item) {
        var submission = submission(acting, item);
        var reply = words.told("unmet", item.number()).about(item.number());
        return submission.shown().photos().isEmpty()
                ? acting.say(reply)
                : cases.ended(
                        acting,
                        shown(acting, item, submission, List.of()),
                        kept -> acting.say(reply));
    }

    private FieldStep shown(Acting acting, GridCase item, Submission submission, List<Move> moves) {
        var find = submission.shown();
        var pictures = new Shown(find.photos(), acting.chat(), find.point());
        var desk = cases.desk();
        return find.photos().isEmpty()
                ? desk.take(item, moves, acting.me(), acting.now())
                : desk.show(item, PhotoPhase.AFTER, pictures, moves, acting.me(), acting.now());
    }

    /** What was shown and said for this case and is not handed in yet. */
    Submission submission(Acting acting, GridCase item) {
        var isOpen =
                FieldQuestion.of(acting.standing())
                        .filter(each -> each == FieldQuestion.MET || each == FieldQuestion.ALONE)
                        .isPresent();
        var kept = Submission.read(acting.kept());
        return isOpen && kept.number().equals(item.number()) ? kept : Submission.of(item.number());
    }

    /** The number of the case that a question is about. */
    static String number(Acting acting) {
        return Submission.read(acting.kept()).number();
    }

    /** The case to which pictures go now, if the member still sees it. */
    Optional<GridCase> inHand(Acting acting) {
        return cases.bindings()
                .inHand(acting.chat(), acting.now())
                .flatMap(number -> cases.desk().find(number, acting.me()));
    }

    /** Keeps pictures of the check, and says that it is done. */
    Step checked(Acting acting, GridCase item, Shown shown, String said) {
        var move = said.isBlank() ? Move.of(Verb.VERIFY) : Move.of(Verb.VERIFY, said);
        var step =
                cases.desk()
                        .show(
                                item,
                                PhotoPhase.VERIFIED,
                                shown,
                                List.of(move),
                                acting.me(),
                                acting.now());
        return cases.ended(
                acting,
                step,
                moved -> {
                    cases.release(acting, moved.number());
                    return acting.say(words.told("verified", moved.number()).about(moved.number()));
                });
    }
}
