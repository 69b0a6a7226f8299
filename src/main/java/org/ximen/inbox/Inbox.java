package org.ximen.inbox;

import java.time.Instant;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.db.Db;

/** Remembers which messages have been handled. */
public final class Inbox {
    private final InboxTable table;

    public Inbox(Db db) {
        this.table = new InboxTable(db.client());
    }

    /**
     * Notes a message as handled. Called first in the transaction that holds all its effects, so
     * that the same message handled twice at once leaves only one of them.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it has been handled; let the whole
     *     transaction go
     */
    public void handled(Incoming message, Instant now) {
        table.insert(message, now);
    }

    /** Whether this message has been handled. */
    public boolean knows(Sender sender, String message) {
        return table.exists(sender, message);
    }

    /** Erases what came from a chat. */
    public void forget(Sender sender) {
        table.delete(sender);
    }

    /** Erases what is older than an instant; returns how many rows. */
    public int trim(Instant before) {
        return table.trim(before);
    }
}
