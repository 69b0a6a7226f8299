package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;

/**
 * What is said in the middle of a report, which stays open: the reply reminds of it. A danger that
 * was over before it was filed is let go by who speaks of something else.
 */
final class Aside {
    private final SkillTexts texts = new SkillTexts(Aside.class);

    Work of(Turn turn, Work work) {
        return turn.standing().draft() == null
                ? work
                : standing -> reminded(turn, work.run(standing));
    }

    /** Whether the last thing told reminded already: who asks on has read it. */
    private boolean isReminded(Turn turn) {
        var reminder = texts.say(turn.language(), "aside");
        return turn.around().last().stream().anyMatch(reply -> reply.text().endsWith(reminder));
    }

    private Step reminded(Turn turn, Step step) {
        if (step.replies().isEmpty() || step.next().draft() == null) {
            return step;
        }
        if (turn.standing().wasAsked("report", "calm")) {
            return new Step(step.replies(), step.next().lettingGo(), false);
        }
        if (isReminded(turn)) {
            return step;
        }
        List<Reply> replies = new ArrayList<>(step.replies());
        var last = replies.removeLast();
        var choices = new ArrayList<Choice>(last.choices());
        choices.add(texts.button(turn.language(), "submit"));
        choices.add(texts.button(turn.language(), "drop"));
        var text = last.text() + "\n\n" + texts.say(turn.language(), "aside");
        replies.add(last.saying(text).offering(choices));
        return new Step(replies, step.next(), false);
    }
}
