package org.ximen.dialogue.deliberation;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.RECEIPT;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.deliberation.CodeCheck;
import org.ximen.deliberation.Deliberation;
import org.ximen.deliberation.DeliberationWords;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.understanding.Act;

/** What is said about what is talked over. */
final class DeliberationReplies {
    private final SkillTexts texts = new SkillTexts(DeliberationReplies.class);
    private final DeliberationWords words = new DeliberationWords();

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    private Choice button(Turn turn, String name, long id) {
        return texts.button(turn.language(), name, String.valueOf(id));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"), texts.button(turn.language(), "deliberations"));
    }

    Reply list(Turn turn, List<Deliberation> items) {
        if (items.isEmpty()) {
            return Reply.of(HELP, say(turn, "none"));
        }
        var lines = items.stream().map(item -> line(turn, item)).collect(Collectors.joining("\n"));
        var choices =
                items.stream()
                        .map(item ->
                                SkillTexts.labelled(
                                        item.title(), "deliberation", String.valueOf(item.id())))
                        .toList();
        return Reply.of(HELP, say(turn, "list", lines), choices);
    }

    private String line(Turn turn, Deliberation item) {
        return say(turn, "line", item.title(), item.state().shown(turn.language()));
    }

    /** What somebody wants of a deliberation: to hear of each step, to come to the meeting. */
    record OwnPart(boolean follows, boolean comes) {}

    Reply shown(Turn turn, Deliberation item, LocalDate today, OwnPart part) {
        var text =
                say(
                        turn,
                        "shown",
                        item.title(),
                        item.body(),
                        words.standing(turn.language(), item, today));
        var choices = new ArrayList<Choice>();
        if (item.takesComments(today)) {
            choices.add(button(turn, "deliberation-say", item.id()));
        }
        if (item.takesGuests(turn.now())) {
            choices.add(coming(turn, item.id(), part.comes()));
        }
        if (item.takesVotes(today)) {
            choices.add(button(turn, "deliberation-vote", item.id()));
        }
        choices.add(following(turn, item.id(), part.follows()));
        return Reply.of(HELP, text, choices);
    }

    private Choice coming(Turn turn, long id, boolean comes) {
        return button(turn, comes ? "deliberation-absent" : "deliberation-come", id);
    }

    /** What was noted can be taken back. */
    Reply coming(Turn turn, Deliberation item, boolean comes) {
        var text = say(turn, comes ? "coming" : "absent", item.title());
        return Reply.of(STATUS, text, coming(turn, item.id(), comes));
    }

    private Choice following(Turn turn, long id, boolean follows) {
        return button(turn, follows ? "deliberation-quiet" : "deliberation-follow", id);
    }

    /** The comment or the code; whatever else is said, the button lets go of it. */
    Reply ask(Turn turn, String what, Deliberation item) {
        var no = texts.button(turn.language(), "deliberation-no");
        return Reply.of(QUESTION, say(turn, "ask." + what, item.title()), no);
    }

    Reply letGo(Turn turn) {
        return Reply.of(STATUS, say(turn, "let-go"));
    }

    Reply talkFirst(Turn turn) {
        return Reply.of(HELP, say(turn, "talk-first"));
    }

    Reply draftFirst(Turn turn) {
        return Reply.of(HELP, say(turn, "draft-first"));
    }

    /** The words are not said again, since what we say is kept. */
    Reply isMeant(Turn turn, Deliberation item, String value) {
        var otherwise =
                turn.act() == Act.GRIEVANCE
                        ? as(turn, "complaint", Act.GRIEVANCE)
                        : as(turn, "separate", Act.SUGGEST);
        return Reply.of(
                QUESTION,
                say(turn, "meant", item.title()),
                texts.button(turn.language(), "deliberation-note", value),
                otherwise,
                as(turn, "broken", Act.REPORT));
    }

    private Choice as(Turn turn, String label, Act act) {
        return SkillTexts.labelled(say(turn, label), "as", act.name());
    }

    Reply kept(Turn turn, long id, long comment, boolean follows) {
        var choices = new ArrayList<Choice>();
        if (!follows) {
            choices.add(button(turn, "deliberation-follow", id));
        }
        choices.add(button(turn, "deliberation-undo", comment));
        return Reply.of(RECEIPT, say(turn, follows ? "kept.follows" : "kept"), choices);
    }

    Reply notNow(Turn turn) {
        return Reply.of(
                STATUS, say(turn, "not-now"), texts.button(turn.language(), "deliberations"));
    }

    Reply enough(Turn turn) {
        return Reply.of(STATUS, say(turn, "enough"));
    }

    Reply noCode(Turn turn) {
        return Reply.of(
                QUESTION, say(turn, "code.form"), texts.button(turn.language(), "deliberation-no"));
    }

    Reply codeFirst(Turn turn) {
        return Reply.of(HELP, say(turn, "code.first"));
    }

    Reply checked(Turn turn, CodeCheck check) {
        return switch (check) {
            case CodeCheck.Good(var item, var code) -> options(turn, item);
            case CodeCheck.Used() -> Reply.of(STATUS, say(turn, "code.used"));
            case CodeCheck.Closed() -> Reply.of(STATUS, say(turn, "code.closed"));
            case CodeCheck.Wrong(var left) ->
                    left == 0
                            ? Reply.of(STATUS, say(turn, "code.enough"))
                            : Reply.of(
                                    QUESTION,
                                    say(turn, "code.wrong", left),
                                    texts.button(turn.language(), "deliberation-no"));
        };
    }

    private Reply options(Turn turn, Deliberation item) {
        var choices =
                new ArrayList<>(
                        item.options().stream()
                                .map(option ->
                                        SkillTexts.labelled(
                                                option.label(),
                                                "deliberation-option",
                                                String.valueOf(option.id())))
                                .toList());
        choices.add(texts.button(turn.language(), "deliberation-no"));
        return Reply.of(QUESTION, say(turn, "options", item.title(), item.body()), choices);
    }

    /** Words choose nothing. */
    Reply optionsAgain(Turn turn, Deliberation item) {
        return options(turn, item).after(say(turn, "options.again"));
    }

    /** It does not say what was chosen, since what we say is kept. */
    Reply cast(Turn turn, Deliberation item, boolean follows) {
        var text = say(turn, follows ? "cast.follows" : "cast", item.title());
        return follows
                ? Reply.of(RECEIPT, text)
                : Reply.of(RECEIPT, text, button(turn, "deliberation-follow", item.id()));
    }

    Reply notCast(Turn turn) {
        return Reply.of(STATUS, say(turn, "not-cast"));
    }

    Reply told(Turn turn, Deliberation item, String key) {
        return Reply.of(STATUS, say(turn, key, item.title()));
    }
}
