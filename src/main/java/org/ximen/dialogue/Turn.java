package org.ximen.dialogue;

import java.time.Instant;
import org.ximen.chat.Incoming;
import org.ximen.residents.Person;
import org.ximen.text.Plain;

/**
 * One message with all that is needed to understand it.
 *
 * @param words what was typed, as it looks, whole
 * @param plain the start of it for comparing, which is what is understood
 */
record Turn(Person person, Flow flow, Incoming incoming, String words, String plain, Instant now) {
    /** Characters of a text that are read to understand it. */
    static final int READ = 500;

    static Turn of(Person person, Flow flow, Incoming incoming, Instant now) {
        var text = incoming.text();
        var words = text == null ? "" : Plain.visible(text);
        return new Turn(
                person, flow, incoming, words, Plain.comparable(Plain.start(words, READ)), now);
    }

    Turn standing(Flow now) {
        return new Turn(person, now, incoming, words, plain, this.now);
    }

    /** Whether there is more than what was read. */
    boolean isLong() {
        return words.length() > READ;
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
