package org.ximen.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;

/**
 * Something that a chat was told, notices left out.
 *
 * @param answers id of the message that it answers; null for what came unasked
 * @param at when it last changed, which for what has arrived is when it did
 */
public record OutboxLine(@Nullable String answers, Reply reply, Instant at) {}
