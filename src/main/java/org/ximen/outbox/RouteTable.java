package org.ximen.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.NumberFloors;
import org.ximen.db.Times;
import tools.jackson.databind.json.JsonMapper;

/** What a {@link Route} takes from the outbox, and what becomes of it. */
final class RouteTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_DETAIL = 300;
    private static final int LIST = 500;

    private final Db db;
    private final JdbcClient client;
    private final NumberFloors floors;

    RouteTable(Db db) {
        this.db = db;
        this.client = db.client();
        this.floors = new NumberFloors(db);
    }

    /** All of the work or nothing, tried again where it collides with others. */
    void atOnce(Runnable work) {
        db.run(work);
    }

    /** It arrived. */
    void sent(Outgoing message, Instant now) {
        if (message.part() == OutboxTable.LAST) {
            floors.keepMessages();
            client.sql("delete from outbox where id = ?").param(message.id()).update();
        } else {
            done(message.id(), Post.SENT, null, now);
        }
    }

    /** What can be sent now to any but some chats, answers first, then by age. */
    List<Waiting> due(
            String channel,
            Optional<Set<String>> reachable,
            Set<String> others,
            Instant now,
            int most) {
        return reachable
                .map(addresses -> rows(channel, minus(addresses, others), now, most))
                .orElseGet(() -> page(channel, "not in", List.copyOf(others), now, most));
    }

    private static List<String> minus(Set<String> addresses, Set<String> others) {
        return addresses.stream().filter(address -> !others.contains(address)).toList();
    }

    private List<Waiting> rows(String channel, List<String> addresses, Instant now, int most) {
        List<Waiting> found = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += LIST) {
            var some = addresses.subList(from, Math.min(addresses.size(), from + LIST));
            found.addAll(page(channel, "in", some, now, most));
        }
        return found.stream().sorted(Waiting.TURN).limit(most).toList();
    }

    private List<Waiting> page(
            String channel, String which, List<String> addresses, Instant now, int most) {
        var list = addresses.isEmpty() ? "" : " and address " + which + " (:addresses)";
        // HSQLDB walks the index outbox_due only where all its columns are named in the order.
        return client.sql(
                        "select * from outbox where state = 'PENDING' and channel = :channel"
                                + " and due_at <= :now"
                                + list
                                + " order by state, channel, lane, id"
                                + " fetch first :most rows only")
                .param("channel", channel)
                .param("now", Times.utc(now))
                .param("most", most)
                .param("addresses", addresses)
                .query(RouteTable::read)
                .list();
    }

    /** Chats to which a message is on its way, from this machine or another. */
    Set<String> underWay(String channel) {
        return client.sql("select address from outbox where state = 'SENDING' and channel = ?")
                .param(channel)
                .query(String.class)
                .set();
    }

    /** Until when chats were told to wait. */
    Map<Sender, Instant> waits(String channel, Instant now) {
        Map<Sender, Instant> waits = new HashMap<>();
        client.sql(
                        """
                        select address, max(due_at) until_at from outbox
                        where state = 'PENDING' and channel = ? and due_at > ? group by address
                        """)
                .params(channel, Times.utc(now))
                .query(row -> {
                    waits.put(
                            new Sender(channel, row.getString("address")),
                            Times.get(row, "until_at"));
                });
        return waits;
    }

    /**
     * Marks messages as being sent; those that somebody else took meanwhile are left out, and those
     * to a chat to which another is on its way: they would overtake it.
     */
    List<Waiting> claim(List<Waiting> messages, Instant now) {
        return messages.isEmpty()
                ? messages
                : db.in(() -> messages.stream().filter(m -> claim(m.id(), now)).toList());
    }

    private boolean claim(long id, Instant now) {
        return client.sql(
                                """
                                update outbox
                                set state = 'SENDING', attempts = attempts + 1, changed_at = ?
                                where id = ? and state = 'PENDING'
                                  and not exists (
                                    select 1 from outbox o
                                    where o.state = 'SENDING' and o.channel = outbox.channel
                                      and o.address = outbox.address)
                                """)
                        .params(Times.utc(now), id)
                        .update()
                == 1;
    }

    void done(long id, Post state, @Nullable String detail, Instant now) {
        client.sql(
                        """
                        update outbox
                        set state = :state, afterwards = null, detail = :detail, changed_at = :now
                        where id = :id
                        """)
                .param("state", state.name())
                .param("detail", detail == null ? null : cut(detail))
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
    }

    /** Back to waiting, unless its notice was stopped meanwhile. */
    void postpone(long id, Instant until, String why, Instant now) {
        client.sql(
                        """
                        update outbox
                        set state = coalesce(afterwards, 'PENDING'), afterwards = null,
                          due_at = ?, detail = ?, changed_at = ?
                        where id = ? and state = 'SENDING'
                        """)
                .params(Times.utc(until), cut(why), Times.utc(now), id)
                .update();
    }

    /** Nobody knows whether it arrived, once more. */
    void doubt(long id) {
        client.sql("update outbox set doubts = doubts + 1 where id = ?").param(id).update();
    }

    /** Nothing that waits for this chat will arrive. */
    void gone(Sender chat, String why, Instant now) {
        client.sql(
                        """
                        update outbox set state = 'BLOCKED', detail = ?, changed_at = ?
                        where channel = ? and address = ? and state in ('PENDING', 'SENDING')
                        """)
                .params(cut(why), Times.utc(now), chat.channel(), chat.address())
                .update();
    }

    /** The chat goes on elsewhere, and what waits for it too. */
    void move(Sender chat, String address, Instant now) {
        client.sql(
                        """
                        update outbox
                        set address = ?, state = coalesce(afterwards, 'PENDING'),
                          afterwards = null, changed_at = ?
                        where channel = ? and address = ? and state in ('PENDING', 'SENDING')
                        """)
                .params(address, Times.utc(now), chat.channel(), chat.address())
                .update();
    }

    /**
     * What was being sent when its machine died: back to waiting, or its fate stays unknown.
     *
     * @param copies the most that may be sent, this one included; empty where it does not matter
     */
    int recover(
            String channel,
            Set<Lane> repeats,
            OptionalInt copies,
            Instant claimedBefore,
            Instant now) {
        return client.sql(
                        """
                        update outbox set changed_at = :now, detail = 'stopped while sending',
                          state = case when lane in (:repeats) and doubts + 1 < :copies
                            then coalesce(afterwards, 'PENDING') else 'UNKNOWN' end,
                          afterwards = null, doubts = doubts + :counted
                        where channel = :channel and state = 'SENDING' and changed_at <= :before
                        """)
                .param("now", Times.utc(now))
                .param("repeats", names(repeats))
                .param("copies", copies.orElse(Integer.MAX_VALUE))
                .param("counted", copies.isPresent() ? 1 : 0)
                .param("channel", channel)
                .param("before", Times.utc(claimedBefore))
                .update();
    }

    private static List<String> names(Set<Lane> lanes) {
        return lanes.stream().map(Lane::name).toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_DETAIL, text.length()));
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        return new Waiting(
                Lane.valueOf(row.getString("lane")),
                row.getInt("doubts"),
                new Outgoing(
                        row.getLong("id"),
                        new Sender(row.getString("channel"), row.getString("address")),
                        JSON.readValue(row.getString("body"), Reply.class),
                        row.getString("answers"),
                        row.getInt("part")));
    }
}
