package org.ximen.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ximen.chat.Sender;
import org.ximen.db.Db;

/** Where every conversation stands. */
public final class Conversations {
    private static final Duration OPEN = Duration.ofHours(24);

    private final ConversationTable table;

    public Conversations(Db db) {
        this.table = new ConversationTable(db.client());
    }

    /** Where a chat stands; what was left open for a day is over. */
    ConversationTable.Stand get(Sender sender, Instant now) {
        return table.get(sender, now.minus(OPEN));
    }

    void put(Sender sender, Conversation conversation, long version, Instant now) {
        table.put(sender, conversation, version, now);
    }

    /** What is kept of a chat, in plain words. */
    public List<String> export(Sender sender) {
        var kept = table.get(sender, Instant.EPOCH).conversation();
        var lines = new ArrayList<String>();
        var draft = kept.draft();
        var answer = kept.answer();
        var arrival = kept.arrival();
        if (draft != null) {
            lines.add("还没提交的上报：" + draft.words());
        }
        if (kept.later() != null) {
            lines.add("说过、还没登记的另一件事：" + kept.later());
        }
        if (answer != null) {
            lines.add("最近问的问题：" + answer.question());
        }
        if (arrival != null) {
            lines.add("扫过的码：" + arrival.place());
        }
        return lines;
    }

    /** Erases where a chat stands. */
    public void forget(Sender sender) {
        table.delete(sender);
    }

    /** Erases what is older than an instant; returns how many. */
    public int trim(Instant before) {
        return table.trim(before);
    }
}
