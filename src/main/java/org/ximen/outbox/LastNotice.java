package org.ximen.outbox;

import java.time.Instant;
import org.ximen.chat.Reply;

/**
 * The notice that a chat got last.
 *
 * @param notice its id
 * @param reply as it was sent
 */
public record LastNotice(long notice, Reply reply, Instant sentAt) {}
