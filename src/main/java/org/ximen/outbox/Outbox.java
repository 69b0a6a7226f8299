package org.ximen.outbox;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Channel;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;

/**
 * Every message that leaves the house. What is put in here inside a transaction leaves if, and only
 * if, that transaction is kept.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    // A send takes seconds at most; a row that is "being sent" for longer lost its machine.
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final Db db;
    private final OutboxTable table;
    private final Map<String, Route> routes;
    private final Map<String, Channel> channels;

    /**
     * @param gone hears of a chat that will never be reached again unless it comes back
     */
    public Outbox(Db db, List<Channel> channels, Consumer<Sender> gone) {
        this.db = db;
        this.table = new OutboxTable(db);
        var rows = new RouteTable(db);
        this.channels = channels.stream().collect(toMap(Channel::name, channel -> channel));
        this.routes =
                channels.stream()
                        .collect(toMap(Channel::name, c -> new Route(rows, c, gone::accept)));
    }

    /** Tells somebody something unasked. */
    public void say(Sender to, Reply reply, Instant now) {
        db.run(() -> table.insert(to, Post.PENDING, fit(to, reply), null, now));
    }

    /** The last word to somebody who was forgotten: nothing of it is kept once it has arrived. */
    public void sayLast(Sender to, Reply reply, Instant now) {
        table.insertLast(to, reply, now);
    }

    private List<Reply> fit(Sender to, Reply reply) {
        var channel = channels.get(to.channel());
        return channel == null ? List.of(reply) : channel.fit(reply);
    }

    /**
     * Stores the replies to a message. Where the edge hands them back itself they are only kept, so
     * that the same message again gets the same replies.
     */
    public void answer(Incoming message, List<Reply> replies, Instant now) {
        var state = message.is(Incoming.Manner.AWAITED) ? Post.RETURNED : Post.PENDING;
        var sender = message.sender();
        var parts = replies.stream().flatMap(reply -> fit(sender, reply).stream()).toList();
        db.run(() -> table.insert(sender, state, parts, message.id(), now));
    }

    /**
     * The stored replies to a message, in order.
     *
     * @throws org.ximen.db.NotKept if they may not be on the disk yet, so that nobody may hear them
     */
    public List<Reply> repliesTo(Sender sender, String message) {
        var replies = table.repliesTo(sender, message);
        db.requireKept();
        return replies;
    }

    /**
     * What a chat was told last: the replies to its last message and what came unasked since,
     * notices left out; newest first.
     */
    public List<Reply> last(Sender sender) {
        return table.last(sender);
    }

    /**
     * What a chat can choose from by words or a number: {@link #last}, and before it a notice if
     * that came after all of it.
     */
    public List<Reply> offered(Sender sender) {
        var last = table.last(sender);
        var told = table.lines(sender, 1).stream().map(OutboxLine::at).findFirst();
        return table.lastNotice(sender, Instant.MIN)
                .filter(notice -> told.filter(at -> at.isAfter(notice.sentAt())).isEmpty())
                .map(notice -> Stream.concat(Stream.of(notice.reply()), last.stream()).toList())
                .orElse(last);
    }

    /** Whether a notice has come to a chat. */
    public boolean isTold(long notice, Sender sender) {
        return table.isTold(notice, sender);
    }

    /** What a chat was told, notices left out; the newest first. */
    public List<OutboxLine> lines(Sender sender, int most) {
        return table.lines(sender, most);
    }

    /**
     * The notice that reached the chat last, if nothing that was said there has been answered
     * since: then the next words may be about it.
     *
     * @param since not what was sent before
     */
    public Optional<LastNotice> lastNotice(Sender sender, Instant since) {
        return table.lastNotice(sender, since);
    }

    /**
     * Puts a notice on the broadcast lane for some recipients, once each: those who have it already
     * are left out. Returns how many were new.
     */
    public int broadcast(long notice, List<Sender> to, Reply reply, Instant now) {
        return db.in(() -> table.insertNotice(notice, to, reply, now));
    }

    /**
     * A page of those who had one of these notices, by growing id; who had several may stand there
     * several times.
     *
     * @param stopped whether those count too for whom it was taken back before it left
     * @param after id of the last one of the page before, 0 for the first page
     */
    public List<Recipient> had(Collection<Long> notices, boolean stopped, long after, int most) {
        return table.had(notices, stopped, after, most);
    }

    /** How many had one of these notices. */
    public long countHad(Collection<Long> notices, boolean stopped) {
        return table.countHad(notices, stopped);
    }

    /** How far a notice has come. */
    public Progress progress(long notice) {
        return table.progress(notice);
    }

    /** Stops the messages of a notice that have not left yet. */
    public void hold(long notice, Instant now) {
        table.restate(notice, Post.PENDING, Post.HELD, now);
    }

    /** Lets held messages go on. */
    public void release(long notice, Instant now) {
        table.restate(notice, Post.HELD, Post.PENDING, now);
    }

    /** Takes back the messages of a notice that have not left yet. */
    public void cancel(long notice, Instant now) {
        db.run(() -> {
            table.restate(notice, Post.PENDING, Post.CANCELLED, now);
            table.restate(notice, Post.HELD, Post.CANCELLED, now);
        });
    }

    /** Begins to send what is due and can be reached from here; returns how many messages. */
    public int begin(Instant now) {
        int begun = 0;
        for (var route : routes.entrySet()) {
            begun +=
                    IsolatedRun.of(
                            () -> route.getValue().begin(now), why -> aside(route.getKey(), why));
        }
        return begun;
    }

    /** A channel that fails is tried again by the next round, and holds up no other. */
    private static int aside(String channel, Throwable why) {
        LOG.error("messages on {} wait, the round failed", channel, why);
        return 0;
    }

    /** Waits until the sends that were begun have ended, at most so long. */
    public void rest(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        for (var route : routes.values()) {
            route.rest(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    /** Sends what is due and waits for its end; returns how many messages it tried. */
    public int drain(Instant now) {
        int tried = 0;
        for (int begun = begin(now); begun > 0; begun = begin(now)) {
            tried += begun;
            rest(LOST_AFTER);
        }
        return tried;
    }

    /** Finds messages whose machine died in the middle of sending. Called now and then. */
    public void sweep(Instant now) {
        IsolatedRun.each(
                routes.entrySet(),
                route -> route.getValue().recover(now.minus(LOST_AFTER), now),
                (route, why) -> aside(route.getKey(), why));
    }

    /** Called once at start where no other machine shares the database: nobody is sending. */
    public void startedAlone(Instant now) {
        routes.values().forEach(route -> route.recover(now, now));
    }

    /**
     * What a chat was told unasked after a given message, in order: for a stream that opens again.
     *
     * @param after {@link org.ximen.chat.Outgoing#id} of the last message it has
     */
    public void resend(Sender to, long after, Instant now) {
        db.run(() -> {
            table.confirm(to, after, now);
            table.resend(to, after, now);
        });
        Optional.ofNullable(routes.get(to.channel())).ifPresent(route -> route.wake(to));
    }

    /** A chat can be reached again: what waits for a later time waits no longer. */
    public void wake(Sender to, Instant now) {
        db.run(() -> table.hasten(to, now));
        Optional.ofNullable(routes.get(to.channel())).ifPresent(route -> route.wake(to));
    }

    /** Erases all messages of a chat. */
    public void forget(Sender sender) {
        db.run(() -> table.delete(sender));
    }

    /**
     * Erases messages older than an instant, those to pages that never came back too; returns how
     * many.
     */
    public int trim(Instant before) {
        return db.in(() -> table.trim(before));
    }
}
