package org.ximen.outbox;

import org.ximen.chat.Sender;

/**
 * Who had a notice.
 *
 * @param id by which recipients are counted on
 */
public record Recipient(long id, Sender to) {}
