package org.ximen.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.NumberFloors;
import org.ximen.db.Times;
import tools.jackson.databind.json.JsonMapper;

/** What is put into the outbox, how far it is, and how it is taken back. */
final class OutboxTable {
    /** In place of a part: nothing comes after it, and nothing stays. */
    static final int LAST = -1;

    private static final int MOST_AT_ONCE = 6;
    // A notice may wait behind 30,000 others for a quarter of an hour, while its chat talks on.
    private static final int LOOKED_BACK = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient client;
    private final NumberFloors floors;

    OutboxTable(Db db) {
        this.client = db.client();
        this.floors = new NumberFloors(db);
    }

    /** Puts in what is said to one chat, in order. */
    void insert(Sender to, Post state, List<Reply> replies, @Nullable String answers, Instant now) {
        for (int part = 0; part < replies.size(); part++) {
            insert(to, state, replies.get(part), answers, part, now);
        }
    }

    void insertLast(Sender to, Reply reply, Instant now) {
        insert(to, Post.PENDING, reply, null, LAST, now);
    }

    private void insert(
            Sender to, Post state, Reply reply, @Nullable String answers, int part, Instant now) {
        client.sql(
                        """
                        insert into outbox (channel, address, lane, state, body, answers, part,
                                            attempts, due_at, changed_at)
                        values (:channel, :address, 'ANSWER', :state, :body, :answers, :part,
                                0, :now, :now)
                        """)
                .param("channel", to.channel())
                .param("address", to.address())
                .param("state", state.name())
                .param("part", part)
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

    private record Said(@Nullable String answers, String body) {}

    List<Reply> last(Sender sender) {
        var newest =
                client.sql(
                                """
                                select answers, body from outbox
                                where channel = ? and address = ? and lane = 'ANSWER'
                                order by id desc fetch first ? rows only
                                """)
                        .params(sender.channel(), sender.address(), MOST_AT_ONCE)
                        .query((row, n) -> new Said(row.getString(1), row.getString(2)))
                        .list();
        var replies = new ArrayList<Reply>();
        String answered = null;
        for (var said : newest) {
            if (answered != null && !answered.equals(said.answers())) {
                break;
            }
            answered = said.answers();
            replies.add(JSON.readValue(said.body(), Reply.class));
        }
        return replies;
    }

    List<OutboxLine> lines(Sender sender, int most) {
        return client.sql(
                        """
                        select answers, body, changed_at from outbox
                        where channel = ? and address = ? and lane = 'ANSWER'
                        order by id desc fetch first ? rows only
                        """)
                .params(sender.channel(), sender.address(), most)
                .query((row, n) ->
                        new OutboxLine(
                                row.getString("answers"),
                                JSON.readValue(row.getString("body"), Reply.class),
                                Times.get(row, "changed_at")))
                .list();
    }

    boolean isTold(long notice, Sender sender) {
        return client.sql(
                                """
                                select count(*) from outbox
                                where notice = ? and channel = ? and address = ? and state = 'SENT'
                                """)
                        .params(notice, sender.channel(), sender.address())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private record Newest(boolean reply, LastNotice notice) {}

    /** By the order of sending; of the same instant the reply is the newer. */
    Optional<LastNotice> lastNotice(Sender sender, Instant since) {
        return client.sql(
                        """
                        select notice, answers, body, changed_at from (
                            select * from outbox where channel = ? and address = ?
                            order by id desc fetch first ? rows only) recent
                        where answers is not null or (lane = 'BROADCAST' and state = 'SENT')
                        order by changed_at desc, id desc
                        fetch first 1 rows only
                        """)
                .params(sender.channel(), sender.address(), LOOKED_BACK)
                .query(OutboxTable::newest)
                .optional()
                .filter(newest -> !newest.reply())
                .map(Newest::notice)
                .filter(notice -> !notice.sentAt().isBefore(since));
    }

    private static Newest newest(ResultSet row, int n) throws SQLException {
        return new Newest(
                row.getString("answers") != null,
                new LastNotice(
                        row.getLong("notice"),
                        JSON.readValue(row.getString("body"), Reply.class),
                        Times.get(row, "changed_at")));
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
        client.sql("update outbox set afterwards = ? where notice = ? and state = 'SENDING'")
                .params(to.name(), notice)
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

    private static List<String> having(boolean stopped) {
        var had = List.of(Post.SENT, Post.UNKNOWN, Post.SENDING);
        var notYet = stopped ? List.of(Post.PENDING, Post.HELD, Post.CANCELLED) : List.<Post>of();
        return Stream.concat(had.stream(), notYet.stream()).map(Enum::name).toList();
    }

    List<Recipient> had(Collection<Long> notices, boolean stopped, long after, int most) {
        return client.sql(
                        """
                        select id, channel, address from outbox
                        where notice in (:notices) and id > :after and state in (:states)
                        order by id fetch first :most rows only
                        """)
                .param("notices", notices)
                .param("after", after)
                .param("states", having(stopped))
                .param("most", most)
                .query((row, n) ->
                        new Recipient(
                                row.getLong("id"),
                                new Sender(row.getString("channel"), row.getString("address"))))
                .list();
    }

    long countHad(Collection<Long> notices, boolean stopped) {
        return client.sql(
                        """
                        select count(*) from (select distinct channel, address from outbox
                            where notice in (:notices) and state in (:states)) as one
                        """)
                .param("notices", notices)
                .param("states", having(stopped))
                .query(Long.class)
                .single();
    }

    /** What waits for a later time is due now. */
    void hasten(Sender to, Instant now) {
        client.sql(
                        """
                        update outbox set due_at = :now
                        where state = 'PENDING' and channel = :channel and address = :address
                          and due_at > :now
                        """)
                .param("now", Times.utc(now))
                .param("channel", to.channel())
                .param("address", to.address())
                .update();
    }

    void delete(Sender sender) {
        floors.keepMessages();
        client.sql("delete from outbox where channel = ? and address = ?")
                .params(sender.channel(), sender.address())
                .update();
    }

    int trim(Instant before) {
        floors.keepMessages();
        return client.sql(
                        """
                        delete from outbox where changed_at < ? and state <> 'SENDING'
                        """)
                .param(Times.utc(before))
                .update();
    }
}
