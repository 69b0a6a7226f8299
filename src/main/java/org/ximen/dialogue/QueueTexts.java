package org.ximen.dialogue;

import org.ximen.handoff.QueuePlace;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** A place in the queue for a person in words, for every skill that calls one. */
public final class QueueTexts {
    private final SkillTexts texts = new SkillTexts(QueueTexts.class);

    /** Queue number, how many wait before, and when somebody will be there. */
    public String receipt(Language language, QueuePlace place) {
        return switch (place.state()) {
            case WAITING -> waiting(language, place);
            case CLAIMED -> texts.say(language, "queue.claimed");
            case CLOSED -> texts.say(language, "queue.closed");
        };
    }

    private String waiting(Language language, QueuePlace place) {
        var before = place.before() == 0 ? "queue.first" : "queue.before";
        return texts.say(
                language,
                "queue.waiting",
                place.number(),
                texts.say(language, before, place.before()),
                hours(language, place));
    }

    private String hours(Language language, QueuePlace place) {
        var opening = place.opening();
        return opening == null
                ? texts.say(language, "queue.open")
                : texts.say(
                        language, "queue.shut", language.moment(opening.atZone(WorkCalendar.ZONE)));
    }
}
