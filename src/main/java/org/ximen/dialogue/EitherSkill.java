package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.understanding.Act;

/** Where words may want either of two things: asks which, with buttons that say what happens. */
final class EitherSkill implements Skill {
    static final String NAME = "either";
    static final String WORDS = "words";
    private static final String AS = "as";
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

    private final SkillTexts texts = new SkillTexts(EitherSkill.class);
    private final Supplier<SkillRegistry> skills;
    private final PartReader parts;

    EitherSkill(Supplier<SkillRegistry> skills, PartReader parts) {
        this.skills = skills;
        this.parts = parts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> buttons() {
        return Set.of(AS);
    }

    /** More about what was said before the question: then it was a report. */
    @Override
    public Optional<Work> answer(Turn turn) {
        var asked = turn.standing().asked();
        boolean more = MORE.contains(turn.act());
        if (asked == null || !asked.is(NAME, WORDS) || !more) {
            return Optional.empty();
        }
        var all = parts.of(turn, asked.value() + "，" + turn.words());
        return Optional.of(skills.get().of(Act.REPORT).take(all, said(Act.REPORT)));
    }

    /** Whether there is a button for an act. */
    boolean offers(Act act) {
        return OFFERED.contains(act);
    }

    /** Whether an act changes something at once, so that it must not be taken by mistake. */
    boolean hasConsequences(Act act) {
        return CONSEQUENCES.contains(act);
    }

    @Override
    public Work take(Turn turn, Call call) {
        var asked = turn.standing().asked();
        var words = asked != null && asked.is(NAME, WORDS) ? asked.value() : null;
        if (!(call instanceof Call.Pressed(var button, var act)) || words == null) {
            return gone(turn);
        }
        return OFFERED.stream()
                .filter(offered -> offered.name().equals(act))
                .findFirst()
                .map(meant -> skills.get().of(meant).take(parts.of(turn, words), said(meant)))
                .orElseGet(() -> gone(turn));
    }

    private static Call said(Act act) {
        return new Call.Said(act);
    }

    /** The answer to a question that may be a report, with a button that makes it one. */
    Work askOrReport(Turn turn, Work ask) {
        return standing -> {
            var step = ask.run(standing);
            var reply = step.replies().getLast();
            var choices = new ArrayList<Choice>(List.of(button(turn, Act.REPORT, "report.this")));
            choices.addAll(reply.choices());
            var replies = new ArrayList<>(step.replies());
            replies.set(replies.size() - 1, reply.offering(choices));
            return new Step(replies, remembering(step.next(), turn), step.forgotten());
        };
    }

    /** Asks which of two things is wanted. */
    Work which(Turn turn, Act one, Act other) {
        var choices =
                List.of(
                        button(turn, one, label(one)),
                        button(turn, other, label(other)),
                        texts.button(turn.language(), "person"));
        var reply = Reply.of(Reply.Kind.QUESTION, texts.say(turn.language(), "which"), choices);
        return standing -> Step.of(reply, remembering(standing, turn));
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
