package org.ximen.chat;

import org.jspecify.annotations.Nullable;

/**
 * A stored message on its way out.
 *
 * @param id its number in the outbox, ever-growing, so a receiver can drop what it already has
 * @param answers {@link Incoming#id} of the message that it answers; null if it is said unasked
 * @param part its place among all that answers the same message, from 0
 */
public record Outgoing(long id, Sender to, Reply reply, @Nullable String answers, int part) {}
