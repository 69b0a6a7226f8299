package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.understanding.Act;

/** Where words may want either of two things: asks which, with buttons that say what happens. */
final class EitherQuestion {
    static final String NAME = "either";
    static final String WORDS = "words";

    /** What was asked where the words may be a question. */
    static final String QUESTION = "question";

    /** What was asked where it was shown what would be registered. */
    static final String PROPOSAL = "proposal";

    /** Name of its buttons. */
    static final String AS = "as";

    private static final Set<Act> OFFERED =
            EnumSet.of(
                    Act.ASK,
                    Act.REPORT,
                    Act.STATUS,
                    Act.URGE,
                    Act.SUPPLEMENT,
                    Act.WITHDRAW,
                    Act.SUGGEST,
                    Act.PRAISE,
                    Act.GRIEVANCE,
                    Act.PERSON,
                    Act.SUBSCRIBE,
                    Act.UNSUBSCRIBE,
                    Act.NOTICES,
                    Act.PRIVACY);

    private static final Set<Act> MORE = EnumSet.of(Act.PLACE_ONLY, Act.SUPPLEMENT, Act.CORRECT);
    private static final Set<Act> CONSEQUENCES =
            EnumSet.of(
                    Act.SUGGEST,
                    Act.PRAISE,
                    Act.GRIEVANCE,
                    Act.PERSON,
                    Act.SUBSCRIBE,
                    Act.UNSUBSCRIBE);

    private final SkillTexts texts = new SkillTexts(EitherQuestion.class);

    /**
     * What a button means.
     *
     * @param words that were said before the question
     */
    record Chosen(Act act, String words) {}

    /** The act that a button of ours names, with the words it is about; empty once that is gone. */
    static Optional<Chosen> chosen(Turn turn, String act) {
        return words(turn)
                .flatMap(words ->
                        OFFERED.stream()
                                .filter(offered -> offered.name().equals(act))
                                .findFirst()
                                .map(meant -> new Chosen(meant, words)));
    }

    /** All that was said, where more comes in place of an answer: then it was a report. */
    static Optional<Chosen> continued(Turn turn) {
        return words(turn)
                .filter(words -> MORE.contains(turn.act()))
                .map(words -> new Chosen(Act.REPORT, words + "，" + turn.words()));
    }

    private static Optional<String> words(Turn turn) {
        var asked = turn.standing().asked();
        return asked != null && asked.skill().equals(NAME)
                ? Optional.ofNullable(asked.value())
                : Optional.empty();
    }

    /** Whether there is a button for an act. */
    boolean offers(Act act) {
        return OFFERED.contains(act);
    }

    /** Whether an act changes something at once, so that it must not be taken by mistake. */
    boolean hasConsequences(Act act) {
        return CONSEQUENCES.contains(act);
    }

    /** The answer to a question that may be a report, with a button that makes it one. */
    Work askOrReport(Turn turn, Work ask) {
        return orReport(turn, ask, "report.this");
    }

    /** More about a case, with a button that makes it a report of its own. */
    Work moreOrAnother(Turn turn, Work more) {
        return orReport(turn, more, "report.other");
    }

    private Work orReport(Turn turn, Work ask, String label) {
        return standing -> {
            var step = ask.run(standing);
            var reply = step.replies().getLast();
            var report = button(turn, Act.REPORT, label);
            var choices = new ArrayList<Choice>(List.of(report));
            reply.choices().stream()
                    .filter(choice -> !choice.value().equals(report.value()))
                    .forEach(choices::add);
            var replies = new ArrayList<>(step.replies());
            replies.set(replies.size() - 1, reply.offering(choices));
            return new Step(replies, remembering(step.next(), turn), step.forgotten());
        };
    }

    /** Asks which of two things is wanted. */
    Work which(Turn turn, Act one, Act other) {
        var choices = new ArrayList<Choice>();
        choices.add(button(turn, one, label(one)));
        choices.add(button(turn, other, label(other)));
        if (one != Act.PERSON && other != Act.PERSON) {
            choices.add(texts.button(turn.language(), "person"));
        }
        var reply = Reply.of(Reply.Kind.QUESTION, texts.say(turn.language(), "which"), choices);
        boolean asks = one == Act.ASK || other == Act.ASK;
        return standing ->
                Step.of(
                        reply,
                        asks ? standing.perhapsAsked(turn.words()) : remembering(standing, turn));
    }

    private static String label(Act act) {
        return "button.as." + act.name().toLowerCase(Locale.ROOT);
    }

    private Choice button(Turn turn, Act act, String label) {
        return SkillTexts.labelled(texts.say(turn.language(), label), AS, act.name());
    }

    private static Conversation remembering(Conversation standing, Turn turn) {
        return standing.eitherWay(turn.words());
    }

    /** A button whose meaning is gone. */
    Work gone(Turn turn) {
        var reply = Reply.of(Reply.Kind.HELP, texts.say(turn.language(), "gone"));
        return standing -> Step.of(reply, standing);
    }
}
