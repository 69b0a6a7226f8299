package org.ximen.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.db.Db;

/** Keeps messages as they came until they are handled, and remembers which have been handled. */
public final class Inbox {
    private final Db db;
    private final InboxTable table;
    private final RawTable raws;

    public Inbox(Db db) {
        this.db = db;
        this.table = new InboxTable(db.client());
        this.raws = new RawTable(db.client());
    }

    /** Stores messages, those left out that are there already; returns how many were new. */
    public int store(List<Raw> messages, Instant now) {
        return db.in(() -> (int) messages.stream().filter(raw -> raws.insert(raw, now)).count());
    }

    /** The oldest messages that wait, but for some chats. */
    List<Stored> waiting(String channel, Set<String> otherChats, int most) {
        return raws.waiting(channel, otherChats, most);
    }

    void done(List<Stored> messages, Instant now) {
        raws.done(messages.stream().map(Stored::id).toList(), now);
    }

    int failed(Stored message, String why, Instant now) {
        return raws.failed(message.id(), why, now);
    }

    void setAside(Stored message, String why, Instant now) {
        raws.setAside(message.id(), why, now);
    }

    /** How many messages wait on a channel. */
    public long waiting(String channel) {
        return raws.count(channel, "WAITING");
    }

    /** How many messages of a channel nobody could read. */
    public long setAside(String channel) {
        return raws.count(channel, "ASIDE");
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
        raws.delete(sender);
    }

    /** Erases what is older than an instant; returns how many rows. */
    public int trim(Instant before) {
        return table.trim(before);
    }

    /** Erases messages as they came that were done with before an instant; returns how many. */
    public int trimRaw(Instant before) {
        return raws.trim(before);
    }
}
