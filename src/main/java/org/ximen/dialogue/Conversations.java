package org.ximen.dialogue;

import java.time.Duration;
import java.time.Instant;
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

    void put(Sender sender, Flow flow, long version, Instant now) {
        table.put(sender, flow, version, now);
    }

    /** What is kept of a chat, in plain words. */
    public List<String> export(Sender sender) {
        return switch (table.get(sender, Instant.EPOCH).flow()) {
            case Flow.Reporting(var sketch, var asked, var offered) ->
                    List.of("还没提交的上报：" + sketch.words());
            case Flow.Asking(var question, var options) -> List.of("最近问的问题：" + question);
            case Flow.Idle idle -> List.of();
            case Flow.Watching watching -> List.of();
            case Flow.Subscribing subscribing -> List.of();
            case Flow.Forgetting forgetting -> List.of();
            case Flow.Arrived arrived -> List.of("扫过的码：" + arrived.place());
        };
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
