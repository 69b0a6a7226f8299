package org.ximen.dialogue;

import org.ximen.chat.Reply;
import org.ximen.text.Language;

/** What the engine says itself, whichever skill answers. */
final class EngineTexts {
    private final SkillTexts texts = new SkillTexts(EngineTexts.class);

    /** One line before a normal reply, where somebody may be in danger. */
    String caution(Language language) {
        return texts.say(language, "caution");
    }

    /** While a person talks with the resident, only words reach them. */
    Reply wordsOnly(Language language) {
        return Reply.of(Reply.Kind.HELP, texts.say(language, "wordsOnly"));
    }

    Reply talkEnded(Language language) {
        return Reply.of(
                Reply.Kind.HELP,
                texts.say(language, "talkEnded"),
                texts.button(language, "report"));
    }

    /** What only the two of us should read, said where others read along. */
    Reply inPrivate(Language language) {
        return Reply.of(Reply.Kind.HELP, texts.say(language, "inPrivate"))
                .wishing(Reply.Wish.PRIVACY);
    }
}
