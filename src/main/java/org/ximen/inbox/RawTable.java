package org.ximen.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Sender;
import org.ximen.db.Times;

final class RawTable {
    private static final int LONGEST_DETAIL = 300;

    private final JdbcClient client;

    RawTable(JdbcClient client) {
        this.client = client;
    }

    /** False if it is there already. */
    boolean insert(Raw raw, Instant now) {
        return client.sql(
                                """
                                merge into raw_message t
                                using (values (cast(? as varchar(20)), cast(? as varchar(100))))
                                    as s(channel, message_key)
                                on t.channel = s.channel and t.message_key = s.message_key
                                when not matched then
                                  insert (channel, message_key, chat, state, body,
                                          received_at, changed_at)
                                  values (s.channel, s.message_key, ?, 'WAITING', ?, ?, ?)
                                """)
                        .params(
                                raw.channel(),
                                raw.key(),
                                raw.chat(),
                                raw.body(),
                                Times.utc(now),
                                Times.utc(now))
                        .update()
                > 0;
    }

    List<Stored> waiting(String channel, Set<String> others, int most) {
        // HSQLDB walks the index only where all its columns are named in the order.
        return client.sql(
                        "select * from raw_message where state = 'WAITING' and channel = :channel"
                                + (others.isEmpty() ? "" : " and chat not in (:others)")
                                + " order by state, channel, id fetch first :most rows only")
                .param("channel", channel)
                .param("others", others)
                .param("most", most)
                .query(RawTable::read)
                .list();
    }

    void done(List<Long> ids, Instant now) {
        client.sql(
                        """
                        update raw_message set state = 'DONE', body = null, changed_at = :now
                        where id in (:ids)
                        """)
                .param("now", Times.utc(now))
                .param("ids", ids)
                .update();
    }

    /** Notes a failed try; returns how many there were. */
    int failed(long id, String why, Instant now) {
        client.sql(
                        """
                        update raw_message set attempts = attempts + 1, detail = ?, changed_at = ?
                        where id = ?
                        """)
                .params(cut(why), Times.utc(now), id)
                .update();
        return client.sql("select attempts from raw_message where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void setAside(long id, String why, Instant now) {
        client.sql(
                        """
                        update raw_message set state = 'ASIDE', detail = ?, changed_at = ?
                        where id = ?
                        """)
                .params(cut(why), Times.utc(now), id)
                .update();
    }

    void delete(Sender chat) {
        client.sql("delete from raw_message where channel = ? and chat = ? and state <> 'WAITING'")
                .params(chat.channel(), chat.address())
                .update();
    }

    int trim(Instant before) {
        return client.sql("delete from raw_message where state <> 'WAITING' and changed_at < ?")
                .param(Times.utc(before))
                .update();
    }

    long count(String channel, String state) {
        return client.sql("select count(*) from raw_message where channel = ? and state = ?")
                .params(channel, state)
                .query(Long.class)
                .single();
    }

    private static String cut(String why) {
        return why.substring(0, Math.min(LONGEST_DETAIL, why.length()));
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                new Raw(
                        row.getString("channel"),
                        row.getString("message_key"),
                        row.getString("chat"),
                        row.getString("body")),
                Times.get(row, "received_at"));
    }
}
