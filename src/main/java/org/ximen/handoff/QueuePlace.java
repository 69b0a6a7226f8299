package org.ximen.handoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who asked for a person stands.
 *
 * @param number the ticket's
 * @param before how many wait before them
 * @param opening when the office opens next; null while it is open
 */
public record QueuePlace(long number, Ticket.State state, long before, @Nullable Instant opening) {}
