package org.ximen.dialogue;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Sender;
import org.ximen.db.Times;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class ConversationTable {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationTable.class);
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    // What an older version did not know yet is false.
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final JdbcClient client;

    ConversationTable(JdbcClient client) {
        this.client = client;
    }

    /** A conversation as it was read; version 0 where the chat is new. */
    record Stand(Conversation conversation, long version) {}

    /** One that was last changed before an instant counts as over. */
    Stand get(Sender sender, Instant since) {
        return client.sql("select * from conversation where channel = ? and address = ?")
                .params(sender.channel(), sender.address())
                .query((row, n) -> {
                    boolean over = Times.get(row, "changed_at").isBefore(since);
                    var kept = over ? Conversation.NEW : conversation(row.getString("flow"));
                    return new Stand(kept, row.getLong("version"));
                })
                .optional()
                .orElse(new Stand(Conversation.NEW, 0));
    }

    /** Writes it unless somebody else has since. */
    void put(Sender sender, Conversation conversation, long version, Instant now) {
        var body = JSON.writerFor(Conversation.class).writeValueAsString(conversation);
        int rows = version == 0 ? insert(sender, body, now) : update(sender, body, version, now);
        if (rows == 0) {
            throw new OptimisticLockingFailureException("another message of " + sender + " won");
        }
    }

    private int insert(Sender sender, String body, Instant now) {
        return client.sql(
                        """
                        insert into conversation (channel, address, flow, version, changed_at)
                        values (?, ?, ?, 1, ?)
                        """)
                .params(sender.channel(), sender.address(), body, Times.utc(now))
                .update();
    }

    private int update(Sender sender, String body, long version, Instant now) {
        return client.sql(
                        """
                        update conversation set flow = ?, version = version + 1, changed_at = ?
                        where channel = ? and address = ? and version = ?
                        """)
                .params(body, Times.utc(now), sender.channel(), sender.address(), version)
                .update();
    }

    void delete(Sender sender) {
        client.sql("delete from conversation where channel = ? and address = ?")
                .params(sender.channel(), sender.address())
                .update();
    }

    int trim(Instant before) {
        return client.sql("delete from conversation where changed_at < ?")
                .param(Times.utc(before))
                .update();
    }

    private static Conversation conversation(String body) {
        try {
            return JSON.readValue(body, Conversation.class);
        } catch (JacksonException e) {
            LOG.warn(
                    "what an older version kept of a conversation was dropped: {}",
                    e.getOriginalMessage());
            return Conversation.NEW;
        }
    }
}
