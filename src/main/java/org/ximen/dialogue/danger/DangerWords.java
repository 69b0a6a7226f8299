package org.ximen.dialogue.danger;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.STATUS;

import org.jspecify.annotations.Nullable;
import org.ximen.cases.Danger;
import org.ximen.cases.GridCase;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.text.Language;

/** What is said where somebody is in danger. */
final class DangerWords {
    private final SkillTexts texts = new SkillTexts(DangerWords.class);

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    /** What to do at once, and that nobody was alarmed for them. */
    String advice(Turn turn, @Nullable Danger danger) {
        var advice =
                danger == null
                        ? say(turn, "advice")
                        : turn.language() == Language.EN ? danger.english() : danger.advice();
        return advice + "\n" + say(turn, "nobody");
    }

    /** All that helps. */
    Reply adviceOnly(Turn turn, Danger danger) {
        return Reply.of(HELP, advice(turn, danger), texts.button(turn.language(), "person"));
    }

    Reply noted(Turn turn, GridCase item) {
        return Reply.of(STATUS, say(turn, "noted", item.number())).about(item.number());
    }

    Reply over(Turn turn, GridCase item) {
        return Reply.of(STATUS, say(turn, "over", item.number())).about(item.number());
    }

    Reply staying(Turn turn, @Nullable Danger danger, String receipt) {
        var text = say(turn, "staying") + "\n" + advice(turn, danger) + "\n" + receipt;
        return Reply.of(HELP, text).wishing(Reply.Wish.LOCATION);
    }

    Reply here(Turn turn) {
        return Reply.of(HELP, say(turn, "here")).wishing(Reply.Wish.LOCATION);
    }

    Reply located(Turn turn) {
        return Reply.of(HELP, say(turn, "located"));
    }

    Reply anytime(Turn turn) {
        return Reply.of(HELP, say(turn, "anytime"));
    }
}
