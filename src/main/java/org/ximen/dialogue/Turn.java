package org.ximen.dialogue;

import java.time.Instant;
import org.ximen.chat.Incoming;
import org.ximen.residents.Person;
import org.ximen.text.Plain;

/**
 * One message with all that is needed to understand it.
 *
 * @param words what was typed, as it looks
 * @param plain the same for comparing
 */
record Turn(Person person, Flow flow, Incoming incoming, String words, String plain, Instant now) {
    static Turn of(Person person, Flow flow, Incoming incoming, Instant now) {
        var text = incoming.text();
        var words = text == null ? "" : Plain.visible(text);
        return new Turn(person, flow, incoming, words, Plain.comparable(words), now);
    }

    Turn standing(Flow now) {
        return new Turn(person, now, incoming, words, plain, this.now);
    }

    boolean hasWords() {
        return !plain.isEmpty();
    }

    boolean saysSomething() {
        return hasWords()
                || showsSomething()
                || incoming.choice() != null
                || incoming.phone() != null;
    }

    boolean showsSomething() {
        return !incoming.photos().isEmpty() || incoming.location() != null;
    }
}
