package org.ximen.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Sender;

/**
 * The way of stored messages to one channel: several chats at once, one message at a time in each,
 * no faster than the channel likes, and not at all where it said to wait.
 */
final class Route {
    private static final Logger LOG = LoggerFactory.getLogger(Route.class);
    // Some of the messages that come first have to wait.
    private static final long FORESIGHT = 4;
    private static final int SMALLEST_PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    // An answer whose fate is unknown is repeated, but not at once: what broke may still be broken.
    private static final Duration BEFORE_REPEAT = Duration.ofSeconds(2);

    private final OutboxTable table;
    private final Channel channel;
    private final Listener listener;
    private final Throttle throttle;
    private final Map<Sender, Thread> underWay = new ConcurrentHashMap<>();
    private final Map<Sender, Instant> waits = new ConcurrentHashMap<>();
    private volatile Instant closedUntil = Instant.MIN;
    private boolean started;

    /** Hears of chats that are gone. */
    interface Listener {
        void gone(Sender chat);
    }

    Route(OutboxTable table, Channel channel, Listener listener) {
        this.table = table;
        this.channel = channel;
        this.listener = listener;
        this.throttle = new Throttle(channel);
    }

    /** Begins to send what is due; returns how many messages. */
    synchronized int begin(Instant now) {
        if (!started) {
            waits.putAll(table.waits(channel.name(), now));
            started = true;
        }
        if (now.isBefore(closedUntil)
                || channel.reachable().filter(Set::isEmpty).isPresent()
                || throttle.available(now) == 0) {
            return 0;
        }
        waits.values().removeIf(until -> !now.isBefore(until));
        var taken = table.claim(choose(now), now);
        taken.forEach(waiting -> start(waiting, now));
        return taken.size();
    }

    /** The first waiting message of each chat that may have one now. */
    private List<Waiting> choose(Instant now) {
        int free = channel.atOnce() - underWay.size();
        List<Waiting> inOrder = new ArrayList<>();
        var others = new HashSet<>(table.underWay(channel.name()));
        underWay.keySet().forEach(chat -> others.add(chat.address()));
        waits.keySet().forEach(chat -> others.add(chat.address()));
        int most = Math.clamp(FORESIGHT * throttle.available(now), SMALLEST_PAGE, LARGEST_PAGE);
        boolean more = free > 0;
        while (more) {
            var page = table.due(channel.name(), channel.reachable(), others, now, most);
            for (var waiting : page) {
                boolean first = others.add(waiting.to().address());
                if (first && inOrder.size() < free && throttle.take(waiting.to(), now)) {
                    inOrder.add(waiting);
                }
            }
            // A page full of messages that must wait hides those behind it.
            more = page.size() == most && inOrder.isEmpty() && throttle.available(now) > 0;
        }
        return inOrder;
    }

    private void start(Waiting waiting, Instant now) {
        var thread =
                Thread.ofVirtual().name("send-" + waiting.id()).unstarted(() -> go(waiting, now));
        underWay.put(waiting.to(), thread);
        thread.start();
    }

    private void go(Waiting waiting, Instant now) {
        try {
            note(waiting, channel.send(waiting.message()), now);
        } catch (RuntimeException | Error e) {
            LOG.error("sending message {} to {} failed", waiting.id(), waiting.to(), e);
            unknown(waiting, e.toString(), now);
        } finally {
            underWay.remove(waiting.to());
        }
    }

    private void note(Waiting waiting, Delivery delivery, Instant now) {
        switch (delivery) {
            case Delivery.Sent() -> table.sent(waiting.message(), now);
            case Delivery.Gone(var why) -> gone(waiting, why, now);
            case Delivery.Moved(var address) -> table.move(waiting.to(), address, now);
            case Delivery.Refused(var why) -> refused(waiting, why, now);
            case Delivery.Later(var until, var why) -> later(waiting, until, why, now);
            case Delivery.AllLater(var until, var why) -> {
                closedUntil = until;
                later(waiting, until, why, now);
            }
            case Delivery.Unknown(var why) -> unknown(waiting, why, now);
        }
    }

    private void gone(Waiting waiting, String why, Instant now) {
        table.gone(waiting.to(), why, now);
        listener.gone(waiting.to());
    }

    private void refused(Waiting waiting, String why, Instant now) {
        LOG.error("message {} to {} was refused for good: {}", waiting.id(), waiting.to(), why);
        table.done(waiting.id(), Post.FAILED, why, now);
    }

    // What else waits for the chat waits as long, to keep the order.
    private void later(Waiting waiting, Instant until, String why, Instant now) {
        waits.merge(waiting.to(), until, (one, other) -> one.isAfter(other) ? one : other);
        table.postpone(waiting.id(), until, why, now);
    }

    private void unknown(Waiting waiting, String why, Instant now) {
        if (repeats().contains(waiting.lane())) {
            later(waiting, now.plus(BEFORE_REPEAT), why, now);
        } else {
            table.done(waiting.id(), Post.UNKNOWN, why, now);
        }
    }

    /** Somebody listens again: no need to wait. */
    void wake(Sender chat) {
        waits.remove(chat);
    }

    /** Messages whose machine died while it was sending them. */
    void recover(Instant claimedBefore, Instant now) {
        int found = table.recover(channel.name(), repeats(), claimedBefore, now);
        if (found > 0) {
            LOG.warn("{} messages on {} were being sent at a stop", found, channel.name());
        }
    }

    // A repeated answer is better than silence; a repeated broadcast is not, unless the receiving
    // end drops it.
    private Set<Lane> repeats() {
        return channel.dropsRepeats() ? Set.of(Lane.values()) : Set.of(Lane.ANSWER);
    }

    /** Waits until what was begun has ended, at most so long. */
    void rest(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        for (var thread : List.copyOf(underWay.values())) {
            try {
                thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
