package org.ximen.inbox;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.db.Times;

final class InboxTable {
    private final JdbcClient client;

    InboxTable(JdbcClient client) {
        this.client = client;
    }

    void insert(Incoming message, Instant now) {
        client.sql(
                        """
                        insert into inbox (channel, address, message, handled_at)
                        values (?, ?, ?, ?)
                        """)
                .params(
                        message.sender().channel(),
                        message.sender().address(),
                        message.id(),
                        Times.utc(now))
                .update();
    }

    boolean exists(Sender sender, String message) {
        return client.sql(
                                """
                                select count(*) from inbox
                                where channel = ? and address = ? and message = ?
                                """)
                        .params(sender.channel(), sender.address(), message)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void delete(Sender sender) {
        client.sql("delete from inbox where channel = ? and address = ?")
                .params(sender.channel(), sender.address())
                .update();
    }

    int trim(Instant before) {
        return client.sql("delete from inbox where handled_at < ?")
                .param(Times.utc(before))
                .update();
    }
}
