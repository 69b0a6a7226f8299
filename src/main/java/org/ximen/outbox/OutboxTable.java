package org.ximen.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Times;
import tools.jackson.databind.json.JsonMapper;

final class OutboxTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_DETAIL = 300;
    private static final int LIST = 500;

    private final JdbcClient client;

    OutboxTable(JdbcClient client) {
        this.client = client;
    }

    void insert(
            Sender to, Lane lane, Post state, Reply reply, @Nullable String answers, Instant now) {
        client.sql(
                        """
                        insert into outbox (channel, address, lane, state, body, answers,
                                            attempts, due_at, changed_at)
                        values (:channel, :address, :lane, :state, :body, :answers, 0, :now, :now)
                        """)
                .param("channel", to.channel())
                .param("address", to.address())
                .param("lane", lane.name())
                .param("state", state.name())
                .param("body", JSON.writeValueAsString(reply))
                .param("answers", answers)
                .param("now", Times.utc(now))
                .update();
    }

    int insertNotice(long notice, List<Sender> to, Reply reply, Instant now) {
        var body = JSON.writeValueAsString(reply);
        int fresh = 0;
        for (var recipient : to) {
            fresh +=
                    client.sql(
                                    """
                                    merge into outbox t
                                    using (values (cast(? as bigint), cast(? as varchar(20)),
                                                   cast(? as varchar(100))))
                                        as s(notice, channel, address)
                                    on t.notice = s.notice and t.channel = s.channel
                                        and t.address = s.address
                                    when not matched then
                                      insert (channel, address, lane, state, body, notice,
                                              attempts, due_at, changed_at)
                                      values (s.channel, s.address, 'BROADCAST', 'PENDING', ?,
                                              s.notice, 0, ?, ?)
                                    """)
                            .params(
                                    notice,
                                    recipient.channel(),
                                    recipient.address(),
                                    body,
                                    Times.utc(now),
                                    Times.utc(now))
                            .update();
        }
        return fresh;
    }

    List<Reply> repliesTo(Sender sender, String message) {
        return client
                .sql(
                        """
                        select body from outbox
                        where channel = ? and address = ? and answers = ? order by id
                        """)
                .params(sender.channel(), sender.address(), message)
                .query(String.class)
                // a stream would hold its connection until closed
                .list()
                .stream()
                .map(body -> JSON.readValue(body, Reply.class))
                .toList();
    }

    /** What can be sent now, answers first, then by age. */
    List<Outgoing> due(String channel, Optional<Set<String>> reachable, Instant now, int most) {
        return reachable
                .map(addresses -> rows(channel, List.copyOf(addresses), now, most))
                .orElseGet(() -> page(channel, null, now, most))
                .stream()
                .map(Row::message)
                .toList();
    }

    private List<Row> rows(String channel, List<String> addresses, Instant now, int most) {
        List<Row> found = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += LIST) {
            var some = addresses.subList(from, Math.min(addresses.size(), from + LIST));
            found.addAll(page(channel, some, now, most));
        }
        return found.stream().sorted(Row.TURN).limit(most).toList();
    }

    private record Row(Lane lane, Outgoing message) {
        static final Comparator<Row> TURN =
                Comparator.comparing(Row::lane).thenComparing(row -> row.message().id());
    }

    private List<Row> page(
            String channel, @Nullable List<String> addresses, Instant now, int most) {
        var statement =
                client.sql(
                                "select * from outbox where state = 'PENDING'"
                                        + " and channel = :channel and due_at <= :now"
                                        + (addresses == null ? "" : " and address in (:addresses)")
                                        + " order by lane, id fetch first :most rows only")
                        .param("channel", channel)
                        .param("now", Times.utc(now))
                        .param("most", most);
        return (addresses == null ? statement : statement.param("addresses", addresses))
                .query(OutboxTable::read)
                .list();
    }

    boolean claim(long id, Instant now) {
        return client.sql(
                                """
                                update outbox
                                set state = 'SENDING', attempts = attempts + 1, changed_at = ?
                                where id = ? and state = 'PENDING'
                                """)
                        .params(Times.utc(now), id)
                        .update()
                == 1;
    }

    void done(long id, Post state, @Nullable String detail, Instant now) {
        client.sql(
                        """
                        update outbox set state = :state, detail = :detail, changed_at = :now
                        where id = :id
                        """)
                .param("state", state.name())
                .param("detail", detail == null ? null : cut(detail))
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
    }

    /** Back to waiting; whatever else waits for the same chat waits as long, to keep the order. */
    void postpone(Outgoing message, Instant until, String why, Instant now) {
        client.sql("update outbox set state = 'PENDING', detail = ?, changed_at = ? where id = ?")
                .params(cut(why), Times.utc(now), message.id())
                .update();
        client.sql(
                        """
                        update outbox set due_at = ?
                        where channel = ? and address = ? and state = 'PENDING' and due_at < ?
                        """)
                .params(
                        Times.utc(until),
                        message.to().channel(),
                        message.to().address(),
                        Times.utc(until))
                .update();
    }

    /** A send whose outcome is unknown: again on lanes where a repeat does no harm. */
    void lost(long id, Set<Lane> repeats, String why, Instant now) {
        client.sql(
                        """
                        update outbox set changed_at = :now, detail = :why,
                          state = case when lane in (:repeats) then 'PENDING' else 'UNKNOWN' end
                        where id = :id and state = 'SENDING'
                        """)
                .param("now", Times.utc(now))
                .param("why", cut(why))
                .param("repeats", names(repeats))
                .param("id", id)
                .update();
    }

    int recover(String channel, Set<Lane> repeats, Instant claimedBefore, Instant now) {
        return client.sql(
                        """
                        update outbox set changed_at = :now, detail = 'stopped while sending',
                          state = case when lane in (:repeats) then 'PENDING' else 'UNKNOWN' end
                        where channel = :channel and state = 'SENDING' and changed_at <= :before
                        """)
                .param("now", Times.utc(now))
                .param("repeats", names(repeats))
                .param("channel", channel)
                .param("before", Times.utc(claimedBefore))
                .update();
    }

    /** A message that arrived although nobody noted it. */
    void confirm(Sender to, long id, Instant now) {
        client.sql(
                        """
                        update outbox set state = 'SENT', changed_at = ?
                        where id = ? and channel = ? and address = ? and state = 'PENDING'
                        """)
                .params(Times.utc(now), id, to.channel(), to.address())
                .update();
    }

    /** What was sent after a message, by the order of sending, which is not that of the ids. */
    void resend(Sender to, long after, Instant now) {
        client.sql(
                        """
                        update outbox set state = 'PENDING', changed_at = :now
                        where channel = :channel and address = :address and state = 'SENT'
                          and id in (
                            select o.id from outbox o
                            left join outbox a on a.id = :after and a.state = 'SENT'
                              and a.channel = o.channel and a.address = o.address
                            where o.channel = :channel and o.address = :address
                              and ((a.id is null and o.id > :after)
                                or a.changed_at < o.changed_at
                                or (a.changed_at = o.changed_at and a.lane < o.lane)
                                or (a.changed_at = o.changed_at and a.lane = o.lane
                                  and a.id < o.id)))
                        """)
                .param("now", Times.utc(now))
                .param("channel", to.channel())
                .param("address", to.address())
                .param("after", after)
                .update();
    }

    void restate(long notice, Post from, Post to, Instant now) {
        client.sql("update outbox set state = ?, changed_at = ? where notice = ? and state = ?")
                .params(to.name(), Times.utc(now), notice, from.name())
                .update();
    }

    Progress progress(long notice) {
        Map<Post, Long> counts = new EnumMap<>(Post.class);
        client.sql("select state, count(*) n from outbox where notice = ? group by state")
                .param(notice)
                .query(row -> {
                    counts.put(Post.valueOf(row.getString("state")), row.getLong("n"));
                });
        return new Progress(
                counts.getOrDefault(Post.PENDING, 0L)
                        + counts.getOrDefault(Post.SENDING, 0L)
                        + counts.getOrDefault(Post.HELD, 0L),
                counts.getOrDefault(Post.SENT, 0L),
                counts.getOrDefault(Post.BLOCKED, 0L),
                counts.getOrDefault(Post.FAILED, 0L),
                counts.getOrDefault(Post.UNKNOWN, 0L),
                counts.getOrDefault(Post.CANCELLED, 0L));
    }

    void delete(Sender sender) {
        client.sql("delete from outbox where channel = ? and address = ?")
                .params(sender.channel(), sender.address())
                .update();
    }

    int trim(Instant before) {
        return client.sql(
                        """
                        delete from outbox where changed_at < ?
                          and state in ('RETURNED', 'SENT', 'BLOCKED', 'FAILED', 'UNKNOWN',
                                        'CANCELLED')
                        """)
                .param(Times.utc(before))
                .update();
    }

    private static List<String> names(Set<Lane> lanes) {
        return lanes.stream().map(Lane::name).toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_DETAIL, text.length()));
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                Lane.valueOf(row.getString("lane")),
                new Outgoing(
                        row.getLong("id"),
                        new Sender(row.getString("channel"), row.getString("address")),
                        JSON.readValue(row.getString("body"), Reply.class)));
    }
}
