package org.ximen.dialogue.mycases;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.CaseNumber;
import org.ximen.cases.GridCase;
import org.ximen.chat.Incoming.Manner;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.understanding.Act;

/** What is said about one's own cases, bound to the one that is meant. */
public final class MyCasesSkill implements Skill {
    private static final String NAME = "mycases";
    private static final String WHICH = "which";
    private static final Set<Act> ACTS =
            EnumSet.of(Act.STATUS, Act.URGE, Act.SUPPLEMENT, Act.CORRECT, Act.WITHDRAW, Act.RATE);

    // A yes to what was asked longer ago may be one to anything.
    private static final Duration FRESH = Duration.ofMinutes(30);

    // Buttons that end a case.
    private static final Set<String> ENDING = Set.of("withdraw", "done");

    private final CaseActions actions;
    private final CaseBinding binding = new CaseBinding();
    private final MyCasesWords words;

    /** Reads and changes cases by these features. */
    public MyCasesSkill(Features features) {
        this.words = new MyCasesWords(features.district(), features.cases());
        this.actions = new CaseActions(features, words);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return ACTS;
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("status", "status"),
                entry("进度", "status"),
                entry("查询", "status"),
                entry("查进度", "status"));
    }

    @Override
    public Set<String> buttons() {
        var buttons = new HashSet<>(CaseRatings.BUTTONS.keySet());
        buttons.addAll(List.of("status", "case", "urge", "withdraw", "done", "meant"));
        return buttons;
    }

    @Override
    public Optional<Work> answer(Turn turn) {
        return confirming(turn).or(() -> editing(turn));
    }

    /** Words that want what the only button of the last question does: 撤掉. */
    private Optional<Work> confirming(Turn turn) {
        boolean wants =
                (turn.act() == Act.WITHDRAW || turn.act() == Act.YES) && turn.answersLast(FRESH);
        var offered =
                turn.around().last().stream()
                        .flatMap(reply -> reply.choices().stream())
                        .map(choice -> choice.value().split(":", 2))
                        .filter(parts -> ENDING.contains(parts[0]))
                        .toList();
        boolean plain =
                turn.standing().draft() == null
                        && turn.reading().places().isEmpty()
                        && CaseNumber.in(turn.plain()).isEmpty();
        return wants && plain && offered.size() == 1
                ? Optional.of(standing ->
                        pressed(turn, offered.getFirst()[0], offered.getFirst()[1], standing))
                : Optional.empty();
    }

    /** An edit of the message that made the case just filed is more about it. */
    private Optional<Work> editing(Turn turn) {
        var last = turn.standing().last();
        boolean edited = turn.incoming().is(Manner.EDITED) && turn.standing().draft() == null;
        return last == null || !edited || !last.fresh(turn.now())
                ? Optional.empty()
                : turn.around()
                        .find(last.number())
                        .map(item -> standing -> actions.act(Act.CORRECT, item, turn, standing));
    }

    /** The case that was spoken of is done, as its reporter tells before the street does. */
    @Override
    public Optional<Work> ifKnown(Turn turn) {
        boolean thankful = turn.act() == Act.THANK || turn.act() == Act.PRAISE;
        return thankful && turn.standing().draft() == null
                ? turn.around()
                        .spokenOf()
                        .filter(item -> actions.isDone(item, turn))
                        .map(item -> standing -> actions.act(Act.RATE, item, turn, standing))
                : Optional.empty();
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Said(var act) -> standing -> said(turn, act, standing);
            case Call.Commanded(var command, var rest) -> standing -> asked(turn, rest, standing);
            case Call.Pressed(var button, var value) ->
                    standing -> pressed(turn, button, value, standing);
            case Call.Shown shown -> standing -> said(turn, Act.SUPPLEMENT, standing);
            case Call.PhoneShared phone -> standing -> said(turn, Act.STATUS, standing);
            case Call.Nothing nothing -> standing -> said(turn, Act.STATUS, standing);
        };
    }

    private Step said(Turn turn, Act act, Conversation standing) {
        var number = CaseNumber.in(turn.plain());
        if (number.isPresent()) {
            return actions.own(number.get(), turn)
                    .map(item -> actions.act(act, item, turn, standing))
                    .orElseGet(() -> Step.of(words.unknown(turn, number.get()), standing));
        }
        var candidates = binding.candidates(act, turn);
        return switch (candidates.size()) {
            case 0 -> actions.none(act, turn, standing);
            case 1 -> actions.act(act, candidates.getFirst(), turn, standing);
            default -> which(turn, act, candidates, standing);
        };
    }

    private Step which(Turn turn, Act act, List<GridCase> candidates, Conversation standing) {
        if (act == Act.STATUS) {
            return Step.of(words.list(turn, candidates), standing);
        }
        var asked = new OpenQuestion(NAME, WHICH, act.name() + "\n" + turn.words());
        return Step.of(words.which(turn, act, candidates), standing.asking(asked));
    }

    private Step asked(Turn turn, String rest, Conversation standing) {
        if (rest.isEmpty()) {
            var own = actions.all(turn);
            return own.isEmpty()
                    ? actions.none(Act.STATUS, turn, standing)
                    : Step.of(words.list(turn, own), standing);
        }
        var number = CaseNumber.in(rest).orElse(rest.toUpperCase(Locale.ROOT));
        return shown(turn, number, standing);
    }

    private Step shown(Turn turn, String number, Conversation standing) {
        return actions.own(number, turn)
                .map(item -> actions.act(Act.STATUS, item, turn, standing))
                .orElseGet(() -> Step.of(words.unknown(turn, number), standing));
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        if (button.equals("status")) {
            return asked(turn, "", standing);
        }
        if (button.equals("meant")) {
            return meant(turn, value, standing);
        }
        if (CaseRatings.BUTTONS.containsKey(button)) {
            return actions.rated(button, value, turn, standing);
        }
        return actions.own(value, turn)
                .map(item -> actions.pressed(button, item, turn, standing))
                .orElseGet(() -> Step.of(words.unknown(turn, value), standing));
    }

    /** One of several cases was chosen for what had been said. */
    private Step meant(Turn turn, String number, Conversation standing) {
        var asked = standing.asked();
        var item = actions.own(number, turn);
        var said = asked != null && asked.is(NAME, WHICH) ? asked.value() : null;
        if (said == null || item.isEmpty()) {
            return Step.of(words.gone(turn), standing);
        }
        var parts = said.split("\n", 2);
        var about = actions.reread(turn, parts[1]);
        return actions.act(Act.valueOf(parts[0]), item.get(), about, standing.asking(null));
    }
}
