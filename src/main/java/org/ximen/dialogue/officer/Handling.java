package org.ximen.dialogue.officer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseChange;
import org.ximen.cases.FieldDesk.Shown;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.dialogue.Step;

/** From the picture of how it was left to the check. */
final class Handling {
    private static final String SPLIT = "\n";

    private final FieldCases cases;
    private final FieldWords words;

    Handling(FieldCases cases) {
        this.cases = cases;
        this.words = cases.words();
    }

    /** Keeps pictures of how it was left; whether that is enough is for the member to say. */
    Step pictured(Acting acting, GridCase item, Shown shown, String said) {
        var step =
                cases.desk()
                        .show(item, PhotoPhase.AFTER, shown, List.of(), acting.me(), acting.now());
        return cases.ended(
                acting,
                step,
                kept -> {
                    cases.hold(acting, kept);
                    return acting.ask(
                            words.isMet(kept),
                            FieldQuestion.MET.with(
                                    with(kept.number(), joined(acting, kept, said))));
                });
    }

    /** What was said with earlier pictures of the same case goes on to stand before it. */
    private String joined(Acting acting, GridCase item, String said) {
        return Stream.of(said(acting, item), said.strip())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("，"));
    }

    /** More words for the step, as long as it is not taken. */
    Step added(Acting acting, GridCase item, String said) {
        var kept = with(item.number(), joined(acting, item, said));
        var reply = words.isMet(item);
        return acting.ask(reply.after(words.say("noted")), FieldQuestion.MET.with(kept));
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
        if (open.takes(PhotoPhase.AFTER) && !item.awaited().isEmpty()) {
            var kept = with(item.number(), said(acting, item));
            var reason = proof.reason();
            var value = reason == null ? kept : kept + SPLIT + reason;
            return acting.ask(
                    words.ask("alone", words.names(item)).about(item.number()),
                    FieldQuestion.ALONE.with(value));
        }
        return handled(acting, item, CaseChange.NONE, proof);
    }

    /** The units are not waited for. */
    Step alone(Acting acting, GridCase item, String why) {
        var parts = acting.kept().split(SPLIT, 3);
        var proof = parts.length > 2 ? new Proof(List.of(), parts[2], null) : Proof.NONE;
        return handled(acting, item, CaseChange.reason(why), proof);
    }

    private Step handled(Acting acting, GridCase item, CaseChange change, Proof proof) {
        var move = Move.of(Verb.HANDLE, note(acting, item), change).showing(proof);
        return cases.take(
                acting,
                item,
                List.of(move),
                moved -> {
                    cases.release(acting, moved.number());
                    return acting.say(words.told("handled", moved.number()).about(moved.number()));
                });
    }

    private @Nullable String note(Acting acting, GridCase item) {
        var said = said(acting, item);
        return said.isEmpty() ? null : said;
    }

    /** What was said with the pictures of this case. */
    private static String said(Acting acting, GridCase item) {
        var asked = FieldQuestion.of(acting.standing());
        var parts = acting.kept().split(SPLIT, 3);
        boolean ofThis =
                asked.filter(each -> each == FieldQuestion.MET || each == FieldQuestion.ALONE)
                                .isPresent()
                        && parts[0].equals(item.number());
        return ofThis && parts.length > 1 ? parts[1] : "";
    }

    /** The number, and words in one line. */
    private static String with(String number, String said) {
        return number + SPLIT + said.replaceAll("\\s+", " ");
    }

    /** The number of the case that a question is about. */
    static String number(Acting acting) {
        return acting.kept().split(SPLIT, 2)[0];
    }

    /** The case to which pictures go now, if the member still sees it. */
    Optional<GridCase> inHand(Acting acting) {
        return cases.bindings()
                .inHand(acting.chat())
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
                moved -> acting.say(words.told("verified", moved.number()).about(moved.number())));
    }
}
