package org.ximen.dialogue.officer;

import java.util.ArrayList;
import java.util.List;
import org.ximen.cases.CaseChange;
import org.ximen.cases.CaseWords;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.dialogue.Step;

/** What comes of the buttons of a case: the same steps as at the desk, by the same table. */
final class TaskButtons {
    private final FieldCases cases;
    private final FieldWords words;
    private final Handling handling;

    TaskButtons(FieldCases cases, Handling handling) {
        this.cases = cases;
        this.words = cases.words();
        this.handling = handling;
    }

    /**
     * A button was pressed.
     *
     * @param value number of the case, and what else stands behind a stroke
     */
    Step pressed(Acting acting, FieldButton button, String value) {
        var parts = value.split("/", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        return cases.with(acting, parts[0], item -> pressed(acting, button, item, rest));
    }

    private Step pressed(Acting acting, FieldButton button, GridCase item, String rest) {
        return switch (button) {
            case ACCEPT -> accept(acting, item);
            case ARRIVE -> arrive(acting, item);
            case NAVIGATE -> acting.aside(words.way(item));
            case PHOTO -> photo(acting, item);
            case RETURN -> why(acting, item, Verb.RETURN, FieldQuestion.RETURN);
            case EXTEND -> why(acting, item, Verb.EXTEND, FieldQuestion.EXTEND);
            case REWORK -> why(acting, item, Verb.REWORK, FieldQuestion.REWORK);
            case URGE -> why(acting, item, Verb.NOTE, FieldQuestion.URGE);
            case HELP -> help(acting, item);
            case UNIT -> ask(acting, item, rest);
            case HELPED -> cases.take(acting, item, Move.of(Verb.HANDLE), "helped");
            case MET -> handling.met(acting, item, Proof.NONE);
            case UNMET -> handling.unmet(acting, item);
            case NO_PHOTO -> noPhoto(acting, item);
            case WITHOUT -> without(acting, item, rest);
            case PUT_DOWN -> putDown(acting, item);
            case VERIFY -> why(acting, item, Verb.VERIFY, FieldQuestion.VERIFY);
            case CALLED -> why(acting, item, Verb.VERIFY, FieldQuestion.CALLED);
            case PRIORITISE -> prioritise(acting, item);
            default -> acting.say(cases.card(acting, item));
        };
    }

    private Step accept(Acting acting, GridCase item) {
        return cases.take(
                acting,
                item,
                List.of(Move.of(Verb.ACCEPT)),
                moved -> {
                    var card = cases.card(acting, moved);
                    return acting.say(card.after(words.say("accepted", moved.number())));
                });
    }

    /** Who is there has taken it on. */
    private Step arrive(Acting acting, GridCase item) {
        var moves = new ArrayList<Move>();
        var open = cases.open(acting, item);
        if (open.has(Verb.ACCEPT) && !open.helps()) {
            moves.add(Move.of(Verb.ACCEPT));
        }
        moves.add(arrival(acting));
        return cases.take(
                acting,
                item,
                moves,
                moved -> {
                    cases.hold(acting, moved);
                    var at = CaseWords.time(acting.now(), acting.now());
                    var where = acting.point() == null ? "arrived" : "arrived.placed";
                    var reply =
                            words.ask(
                                    where,
                                    List.of(
                                            words.button(FieldButton.NO_PHOTO, moved),
                                            words.button(FieldButton.PUT_DOWN, moved)),
                                    at,
                                    moved.number());
                    return acting.ask(
                            reply.about(moved.number()), FieldQuestion.WHERE.with(moved.number()));
                });
    }

    static Move arrival(Acting acting) {
        return Move.of(Verb.ARRIVE, null, CaseChange.place(null, acting.point(), null));
    }

    private Step photo(Acting acting, GridCase item) {
        var open = cases.open(acting, item);
        if (!open.takes(PhotoPhase.AFTER)) {
            return shut(acting, item, open);
        }
        cases.hold(acting, item);
        var reply =
                words.ask(
                        "photo",
                        List.of(
                                words.button(FieldButton.NO_PHOTO, item),
                                words.button(FieldButton.PUT_DOWN, item)),
                        item.number());
        return acting.say(reply.about(item.number()));
    }

    /** Asks for what a step cannot do without; where it is not open now, says so. */
    private Step why(Acting acting, GridCase item, Verb verb, FieldQuestion question) {
        if (!cases.open(acting, item).has(verb)) {
            return cases.take(acting, item, Move.of(verb), "refused");
        }
        if (question == FieldQuestion.VERIFY) {
            cases.hold(acting, item);
        }
        var key = "ask." + question.name();
        var reply =
                question == FieldQuestion.VERIFY
                        ? words.ask(
                                key,
                                List.of(
                                        words.button(FieldButton.CALLED, item),
                                        words.button(FieldButton.DROP)),
                                item.number())
                        : words.ask(key, item.number());
        return acting.ask(reply.about(item.number()), question.with(item.number()));
    }

    private Step help(Acting acting, GridCase item) {
        return cases.open(acting, item).has(Verb.ASSIST)
                ? acting.ask(words.helpers(item), FieldQuestion.HELP.with(item.number()))
                : cases.take(acting, item, Move.of(Verb.ASSIST), "refused");
    }

    private Step ask(Acting acting, GridCase item, String unit) {
        var move = Move.of(Verb.ASSIST, null, CaseChange.units(unit));
        return cases.take(acting, item, move, "helping");
    }

    private Step noPhoto(Acting acting, GridCase item) {
        var open = cases.open(acting, item);
        return open.takes(PhotoPhase.AFTER)
                ? acting.aside(words.reasons(item))
                : shut(acting, item, open);
    }

    /** Who only helps shows nothing; others are told why they cannot. */
    private Step shut(Acting acting, GridCase item, OpenSteps open) {
        return open.helps()
                ? acting.say(cases.card(acting, item))
                : cases.take(acting, item, Move.of(Verb.HANDLE), "handled");
    }

    private Step without(Acting acting, GridCase item, String reason) {
        return NoPhotoReason.of(PhotoPhase.AFTER).stream()
                .filter(each -> each.name().equals(reason))
                .findFirst()
                .map(each -> handling.met(acting, item, Proof.without(each)))
                .orElseGet(() -> acting.aside(words.reasons(item)));
    }

    private Step putDown(Acting acting, GridCase item) {
        cases.release(acting, item.number());
        return acting.say(words.told("put-down", item.number()));
    }

    private Step prioritise(Acting acting, GridCase item) {
        var move = Move.of(Verb.PRIORITISE, null, CaseChange.urgency(!item.urgent()));
        return cases.take(acting, item, move, item.urgent() ? "usual" : "pressing");
    }
}
