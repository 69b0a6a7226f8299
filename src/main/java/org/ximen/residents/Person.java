package org.ximen.residents;

import org.ximen.chat.Sender;

/**
 * Somebody who has written to us at least once.
 *
 * @param sender the chat where they do
 * @param language {@code zh} or {@code en}
 */
public record Person(long id, Sender sender, Profile profile, String language) {}
