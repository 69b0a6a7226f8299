package org.ximen.residents;

import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.text.Language;

/**
 * Somebody who has written to us at least once.
 *
 * @param sender the chat where they do
 * @param language {@code zh} or {@code en}
 * @param phone the number that they left, or null
 * @param reachable whether messages reach the chat, as far as we know
 */
public record Person(
        long id,
        Sender sender,
        Profile profile,
        String language,
        @Nullable String phone,
        boolean reachable) {

    /** The language to speak with them unasked. */
    public Language speaks() {
        return Language.of(language);
    }

    /** The same, known to speak this language. */
    public Person speaking(Language other) {
        return new Person(id, sender, profile, other.code(), phone, reachable);
    }
}
