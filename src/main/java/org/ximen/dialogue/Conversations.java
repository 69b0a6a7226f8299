package org.ximen.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.residents.Person;

/** Where every conversation stands. */
public final class Conversations {
    private static final Duration OPEN = Duration.ofHours(24);

    private final ConversationTable table;
    private final SkillTexts texts = new SkillTexts(Conversations.class);

    public Conversations(Db db) {
        this.table = new ConversationTable(db.client());
    }

    /** Where a chat stands; what was left open for a day is over. */
    ConversationTable.Stand get(Sender sender, Instant now) {
        return table.get(sender, now.minus(OPEN));
    }

    void put(Sender sender, Conversation conversation, long version, Instant now) {
        table.put(sender, conversation.fading(now).kept(now), version, now);
    }

    /** What is kept of a chat, in plain words. */
    public List<String> export(Person person) {
        var language = person.speaks();
        var kept = table.get(person.sender(), Instant.EPOCH).conversation();
        var lines = new ArrayList<String>();
        var draft = kept.draft();
        var dropped = kept.dropped();
        var answer = kept.answer();
        var arrival = kept.arrival();
        if (draft != null) {
            lines.add(texts.say(language, "kept.draft", draft.words()));
        }
        if (dropped != null) {
            lines.add(texts.say(language, "kept.dropped", dropped.draft().words()));
        }
        if (kept.later() != null) {
            lines.add(texts.say(language, "kept.later", kept.later()));
        }
        if (answer != null) {
            lines.add(texts.say(language, "kept.question", answer.question()));
        }
        if (arrival != null) {
            lines.add(texts.say(language, "kept.poster", arrival.place()));
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
