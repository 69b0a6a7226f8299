package org.ximen.dialogue.mycases;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.Actor;
import org.ximen.cases.Cases;
import org.ximen.cases.Category;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastCase;
import org.ximen.dialogue.DangerCourse;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.PartReader;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.report.CaseFiling;
import org.ximen.dialogue.report.DraftReader;
import org.ximen.dialogue.report.ReportFlow;
import org.ximen.residents.Residents;
import org.ximen.understanding.Act;

/** Does to one case what its reporter wants. */
final class CaseActions {
    // Who waits while a danger is under way may take the street for the police.
    private static final Set<Act> WAITING = EnumSet.of(Act.STATUS, Act.URGE);

    private static final int MOST_SHOWN = 5;

    private final Cases cases;
    private final Residents residents;
    private final CaseFiling filing;
    private final ReportFlow reports;
    private final PartReader parts;
    private final DraftReader reader;
    private final MyCasesWords words;
    private final CaseRatings ratings;

    CaseActions(Features features, MyCasesWords words) {
        this.cases = features.cases();
        this.residents = features.residents();
        this.filing = new CaseFiling(features);
        this.reports = new ReportFlow(features);
        this.parts = new PartReader(features.reader());
        this.reader = new DraftReader(features.codeTable(), features.district());
        this.words = words;
        this.ratings = new CaseRatings(features, words);
    }

    /** The newest that the person reported or follows. */
    List<GridCase> all(Turn turn) {
        return cases.of(turn.person().id()).stream().limit(MOST_SHOWN).toList();
    }

    /** The case of a number, if it is the person's own. */
    Optional<GridCase> own(String number, Turn turn) {
        var asked = number.toUpperCase(Locale.ROOT);
        return cases.of(turn.person().id()).stream()
                .filter(mine -> mine.number().equals(asked))
                .findFirst();
    }

    /** The turn with other words of the person. */
    Turn reread(Turn turn, String said) {
        return parts.of(turn, said);
    }

    Step act(Act act, GridCase item, Turn turn, Conversation standing) {
        var reply =
                switch (act) {
                    case URGE -> urge(item, turn);
                    case SUPPLEMENT -> supplement(item, turn);
                    case CORRECT -> correct(item, turn);
                    case WITHDRAW -> withdrawWanted(item, turn);
                    case RATE -> rated(item, turn);
                    default -> words.shown(turn, item);
                };
        boolean awaited = WAITING.contains(act) && DangerCourse.isTold(turn);
        var told = awaited ? words.notAlarmed(turn, reply) : reply;
        return Step.of(told, about(item, turn, standing));
    }

    private static Conversation about(GridCase item, Turn turn, Conversation standing) {
        var last = standing.last();
        boolean same = last != null && last.number().equals(item.number());
        return same ? standing : standing.about(new LastCase(item.number(), null, turn.now()));
    }

    Step pressed(String button, GridCase item, Turn turn, Conversation standing) {
        var reply =
                switch (button) {
                    case "urge" -> urge(item, turn);
                    case "withdraw" -> withdraw(item, turn);
                    case "done" -> done(item, turn);
                    default -> words.shown(turn, item);
                };
        return Step.of(reply, about(item, turn, standing));
    }

    private Reply urge(GridCase item, Turn turn) {
        if (item.state().over()) {
            return turn.hasWords() ? ratings.said(item, turn) : words.shown(turn, item);
        }
        var urged = cases.urge(item.number(), turn.person().id(), turn.words(), turn.now());
        return words.urged(turn, item, urged);
    }

    private Reply supplement(GridCase item, Turn turn) {
        return filing.supplement(item.number(), turn.words(), turn.incoming().photos(), turn)
                .map(known -> words.added(turn, known))
                .orElseGet(() -> ratings.said(item, turn));
    }

    /** A case can be put right until it is dispatched; later the words go to who has it. */
    private Reply correct(GridCase item, Turn turn) {
        if (item.state().over()) {
            return ratings.said(item, turn);
        }
        var known = reader.known(item);
        var place =
                Optional.of(reader.completed(known, turn.words(), true))
                        .filter(now -> !now.text().equals(known.text()));
        var phone = turn.reading().phone();
        phone.ifPresent(number -> residents.phone(turn.person(), number));
        var kind =
                place.isPresent() || phone.isPresent()
                        ? Optional.<String>empty()
                        : reader.guess(turn).map(Category::code);
        filing.supplement(item.number(), turn.words(), turn.incoming().photos(), turn);
        var person = turn.person().id();
        var moved = place.flatMap(at -> cases.relocate(item.number(), at, person, turn.now()));
        var sorted = kind.flatMap(code -> cases.resort(item.number(), code, person, turn.now()));
        cases.corrected(item.number(), person, turn.now());
        return moved.or(() -> sorted)
                .map(now -> words.corrected(turn, now))
                .orElseGet(() -> words.added(turn, item));
    }

    /** A case that is over is judged; one that is told finished may end. */
    private Reply rated(GridCase item, Turn turn) {
        return isDone(item, turn) ? doneWanted(item, turn) : ratings.said(item, turn);
    }

    /** Whether the words say that an open case is done. */
    boolean isDone(GridCase item, Turn turn) {
        return !item.state().over() && ratings.tellsDone(turn);
    }

    /** Who has been sent hears of it; else it is asked whether the case shall go. */
    private Reply withdrawWanted(GridCase item, Turn turn) {
        if (isDone(item, turn)) {
            return doneWanted(item, turn);
        }
        return isCancellable(item, turn)
                ? words.withdrawWanted(turn, List.of(item))
                : notWithdrawn(item, turn.words(), turn);
    }

    /** The trouble is gone before the street says so: the words stay with the case. */
    private Reply doneWanted(GridCase item, Turn turn) {
        filing.supplement(item.number(), turn.words(), turn.incoming().photos(), turn);
        if (isCancellable(item, turn)) {
            return words.doneWanted(turn, item);
        }
        cases.corrected(item.number(), turn.person().id(), turn.now());
        return words.doneNoted(turn, item);
    }

    private boolean isCancellable(GridCase item, Turn turn) {
        return cases.open(item, Actor.reporter(turn.person().id())).contains(Verb.CANCEL);
    }

    private Reply withdraw(GridCase item, Turn turn) {
        return isCancellable(item, turn)
                ? words.withdrawn(turn, cancelled(item, turn))
                : notWithdrawn(item, words.notNeeded(), turn);
    }

    private GridCase cancelled(GridCase item, Turn turn) {
        var self = Actor.reporter(turn.person().id());
        return cases.move(item.number(), Move.of(Verb.CANCEL), self, turn.now());
    }

    private Reply done(GridCase item, Turn turn) {
        return isCancellable(item, turn)
                ? words.done(turn, cancelled(item, turn))
                : notWithdrawn(item, words.notNeeded(), turn);
    }

    private Reply notWithdrawn(GridCase item, String said, Turn turn) {
        filing.supplement(item.number(), said, turn.incoming().photos(), turn);
        cases.corrected(item.number(), turn.person().id(), turn.now());
        return words.notWithdrawn(turn, item);
    }

    /** A button of the three questions; its value is the number of the case and the round. */
    Step rated(String button, String value, Turn turn, Conversation standing) {
        int dot = value.lastIndexOf('.');
        var number = dot < 0 ? value : value.substring(0, dot);
        var round = dot < 0 ? "" : value.substring(dot + 1);
        return own(number, turn)
                .map(item ->
                        Step.of(
                                ratings.pressed(button, item, round, turn),
                                about(item, turn, standing)))
                .orElseGet(() -> Step.of(words.unknown(turn, number), standing));
    }

    /** There is no case that could be meant. */
    Step none(Act act, Turn turn, Conversation standing) {
        var all = all(turn);
        return switch (act) {
            case SUPPLEMENT, CORRECT -> reports.begin(turn, standing);
            case WITHDRAW -> Step.of(words.nothingToWithdraw(turn), standing);
            default ->
                    Step.of(all.isEmpty() ? words.noneYet(turn) : words.list(turn, all), standing);
        };
    }
}
