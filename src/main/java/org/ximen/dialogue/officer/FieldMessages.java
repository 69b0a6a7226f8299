package org.ximen.dialogue.officer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ximen.cases.FieldDesk.Shown;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.understanding.Act;

/** What staff send besides buttons: pictures, places, and words that answer what was asked. */
final class FieldMessages {
    // Words that may tell more of what was found.
    private static final Set<Act> TELLING =
            EnumSet.of(Act.REPORT, Act.PLACE_ONLY, Act.SUPPLEMENT, Act.CORRECT, Act.HELP);

    private final FieldCases cases;
    private final FieldWords words;
    private final Handling handling;
    private final PatrolFlow patrol;

    FieldMessages(FieldCases cases, Handling handling, PatrolFlow patrol) {
        this.cases = cases;
        this.words = cases.words();
        this.handling = handling;
        this.patrol = patrol;
    }

    /** Whether the message is for the work, and not a resident's like any other. */
    boolean isForWork(Acting acting) {
        var turn = acting.turn();
        // Somebody in danger comes first, whatever was asked.
        if (turn.tellsOfDanger()) {
            return false;
        }
        return turn.incoming().photos().isEmpty()
                ? FieldQuestion.isFresh(turn)
                        && FieldQuestion.of(acting.standing())
                                .filter(each -> answers(turn, each))
                                .isPresent()
                : cases.desk().mayPatrol(acting.me());
    }

    private boolean answers(Turn turn, FieldQuestion asked) {
        return switch (asked) {
            case RETURN, EXTEND, HELP, REWORK, ALONE, CALLED, URGE -> turn.hasWords();
            case WHERE -> turn.incoming().location() != null;
            case MET -> turn.hasWords() && settles(turn);
            case FIND, SETTLE, KIND -> turn.incoming().location() != null || tells(turn, asked);
            case VERIFY -> false;
        };
    }

    private static boolean settles(Turn turn) {
        return meant(turn)
                || turn.act() == Act.YES
                || turn.act() == Act.NO
                || turn.act() == Act.SUPPLEMENT;
    }

    /** Who also talks with a resident answers what was asked last, whatever it sounds like. */
    private static boolean meant(Turn turn) {
        return turn.around().inHand().isPresent();
    }

    private static boolean tells(Turn turn, FieldQuestion asked) {
        if (!turn.hasWords() || asked == FieldQuestion.SETTLE) {
            return false;
        }
        var asking = turn.standing().asked();
        var find = PatrolFind.read(asking == null ? "" : String.valueOf(asking.value()));
        boolean more = TELLING.contains(turn.act()) || !turn.reading().places().isEmpty();
        return asked == FieldQuestion.KIND || find.meant() || meant(turn) || more;
    }

    /** What comes of it. */
    Step take(Acting acting) {
        var shown = acting.turn().incoming().photos();
        var said = acting.turn().words();
        return shown.isEmpty()
                ? answered(acting, said)
                : pictured(acting, new Shown(shown, acting.chat(), acting.point()), said);
    }

    private Step pictured(Acting acting, Shown shown, String said) {
        var asked = FieldQuestion.of(acting.standing()).orElse(null);
        boolean recent = FieldQuestion.isRecent(acting.turn());
        if (asked == FieldQuestion.VERIFY && recent && isInHand(acting)) {
            var number = Handling.number(acting);
            return cases.with(acting, number, item -> handling.checked(acting, item, shown, said));
        }
        if (asked == FieldQuestion.SETTLE && recent) {
            return patrol.settled(acting, shown);
        }
        // what was found long ago was left where it was: this may be of anything
        if (PatrolFlow.isOpen(acting) && asked != FieldQuestion.SETTLE) {
            var find = patrol.found(acting).and(shown.photos(), said, shown.point());
            return patrol.next(acting, find);
        }
        return handling.inHand(acting)
                .filter(item -> !cases.open(acting, item).takes(PhotoPhase.VERIFIED))
                .map(item -> ofTheHand(acting, item, find(shown, said)))
                .orElseGet(() -> patrol.shown(acting, find(shown, said)));
    }

    /** Whether what was asked is of the case that was taken in hand last. */
    private boolean isInHand(Acting acting) {
        return handling.inHand(acting)
                .filter(item -> item.number().equals(Handling.number(acting)))
                .isPresent();
    }

    private static PatrolFind find(Shown shown, String said) {
        return PatrolFind.NONE.and(shown.photos(), said, shown.point());
    }

    private Step ofTheHand(Acting acting, GridCase item, PatrolFind find) {
        if (cases.open(acting, item).takes(PhotoPhase.AFTER)) {
            return handling.pictured(acting, item, find);
        }
        // Somebody else was faster: who, is said; the picture is kept for what it may be.
        cases.release(acting, item.number());
        var refused = cases.take(acting, item, Move.of(Verb.HANDLE), "refused");
        var step = patrol.shown(acting, find);
        var first = step.replies().getFirst().after(refused.replies().getFirst().text());
        return new Step(List.of(first), step.next(), false);
    }

    /** The pictures are of something else than the case to which they were to go. */
    Step another(Acting acting, String number) {
        return cases.with(
                acting,
                number,
                item -> {
                    var find = handling.submission(acting, item).shown();
                    if (find.photos().isEmpty()) {
                        return acting.say(words.told("other.gone"));
                    }
                    cases.release(acting, number);
                    return patrol.which(acting, find, number);
                });
    }

    /** The picture that was just sent is of this case. */
    Step shows(Acting acting, String number) {
        var find = patrol.found(acting);
        if (find.photos().isEmpty()) {
            return acting.say(words.told("patrol.gone"));
        }
        return cases.with(
                acting,
                number,
                item ->
                        cases.open(acting, item).takes(PhotoPhase.VERIFIED)
                                ? handling.checked(
                                        acting,
                                        item,
                                        new Shown(find.photos(), acting.chat(), find.point()),
                                        find.words())
                                : handling.pictured(acting, item, find));
    }

    private Step answered(Acting acting, String said) {
        var asked = FieldQuestion.of(acting.standing()).orElseThrow();
        return switch (asked) {
            case FIND, SETTLE -> told(acting, said);
            case KIND -> said.isBlank() ? told(acting, said) : patrol.chosen(acting, said.strip());
            default ->
                    cases.with(
                            acting, Handling.number(acting), item -> of(acting, asked, item, said));
        };
    }

    private Step told(Acting acting, String said) {
        return patrol.next(acting, patrol.found(acting).and(List.of(), said, acting.point()));
    }

    private Step of(Acting acting, FieldQuestion asked, GridCase item, String said) {
        return switch (asked) {
            case RETURN -> cases.take(acting, item, Move.of(Verb.RETURN, said), "returned");
            case EXTEND -> cases.take(acting, item, Move.of(Verb.EXTEND, said), "extended");
            case REWORK -> cases.take(acting, item, Move.of(Verb.REWORK, said), "reworked");
            case URGE -> cases.take(acting, item, Move.of(Verb.NOTE, said), "urged");
            case HELP -> helped(acting, item, said);
            case CALLED ->
                    cases.take(
                            acting,
                            item,
                            Move.of(Verb.VERIFY).showing(Proof.call(said)),
                            "verified");
            case ALONE -> handling.alone(acting, item, said);
            case WHERE -> placed(acting, item);
            case MET -> met(acting, item, said);
            default -> acting.say(cases.card(acting, item));
        };
    }

    private Step helped(Acting acting, GridCase item, String said) {
        var step = cases.desk().callDesk(item, said, acting.me(), acting.now());
        return cases.ended(acting, step, moved -> acting.say(words.told("desk", moved.number())));
    }

    private Step placed(Acting acting, GridCase item) {
        return cases.take(acting, item, TaskButtons.arrival(acting), "placed");
    }

    private Step met(Acting acting, GridCase item, String said) {
        return switch (acting.turn().act()) {
            case YES -> handling.met(acting, item, Proof.NONE);
            case NO -> handling.unmet(acting, item);
            default -> handling.added(acting, item, said);
        };
    }
}
