package org.ximen.dialogue;

import java.util.Optional;
import org.ximen.chat.Reply;
import org.ximen.text.Language;
import org.ximen.understanding.DangerReading;

/** What the engine says itself, whichever skill answers. */
final class EngineTexts {
    private final SkillTexts texts = new SkillTexts(EngineTexts.class);

    /** One line before a normal reply, where somebody may be in danger. */
    String caution(Language language) {
        return texts.say(language, "caution");
    }

    /**
     * One line before a normal reply, as far as the danger asks for it: what may hurt gets one
     * where its family has a line of its own, and so does what is named in a report.
     */
    Optional<String> caution(Language language, DangerReading danger, boolean reported) {
        var own = "caution." + danger.family();
        boolean has = texts.has(language, own);
        return switch (danger.level()) {
            case SOFT -> Optional.of(has ? texts.say(language, own) : caution(language));
            case HAZARD -> has ? Optional.of(texts.say(language, own)) : Optional.empty();
            case MENTIONED ->
                    has && reported ? Optional.of(texts.say(language, own)) : Optional.empty();
            case NONE, NOW -> Optional.empty();
        };
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
