package org.ximen.chat;

/**
 * A stored message on its way out.
 *
 * @param id its number in the outbox, ever-growing, so a receiver can drop what it already has
 */
public record Outgoing(long id, Sender to, Reply reply) {}
