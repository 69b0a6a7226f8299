package org.ximen.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
    // Two copies at most reach a person; a receiving end that drops repeats may get more.
    private static final int MOST_COPIES = 2;
    private static final int MOST_TRIES = 4;
    // Broadcasts that hang leave this part of the ways free for answers.
    private static final int RESERVE = 4;

    private final RouteTable table;
    private final Channel channel;
    private final Listener listener;
    private final Throttle throttle;
    private final Map<Sender, Send> underWay = new ConcurrentHashMap<>();
    private final Map<Sender, Instant> waits = new ConcurrentHashMap<>();
    private volatile Instant closedUntil = Instant.MIN;
    private boolean started;

    /** Hears of chats that are gone. */
    interface Listener {
        void gone(Sender chat);
    }

    private record Send(Lane lane, Thread thread) {}

    Route(RouteTable table, Channel channel, Listener listener) {
        this.table = table;
        this.channel = channel;
        this.listener = listener;
        this.throttle = new Throttle(channel);
    }

    /** Begins to send what is due; returns how many messages. */
    synchronized int begin(Instant now) {
        if (channel.reachable().filter(Set::isEmpty).isPresent()) {
            // Meanwhile another machine may be told to wait.
            started = false;
            return 0;
        }
        if (!started) {
            waits.putAll(table.waits(channel.name(), now));
            started = true;
        }
        if (now.isBefore(closedUntil) || throttle.available(now) == 0) {
            return 0;
        }
        waits.values().removeIf(until -> !now.isBefore(until));
        var taken = table.claim(choose(now), now);
        taken.forEach(waiting -> start(waiting, now));
        return taken.size();
    }

    /** The first waiting message of each chat that may have one now. */
    private List<Waiting> choose(Instant now) {
        List<Waiting> inOrder = new ArrayList<>();
        var others = new HashSet<>(table.underWay(channel.name()));
        underWay.keySet().forEach(chat -> others.add(chat.address()));
        waits.keySet().forEach(chat -> others.add(chat.address()));
        int most = Math.clamp(FORESIGHT * throttle.available(now), SMALLEST_PAGE, LARGEST_PAGE);
        boolean more = underWay.size() < channel.atOnce();
        while (more) {
            var page = table.due(channel.name(), channel.reachable(), others, now, most);
            for (var waiting : page) {
                boolean first = others.add(waiting.to().address());
                if (first && hasRoom(waiting.lane(), inOrder) && throttle.take(waiting.to(), now)) {
                    inOrder.add(waiting);
                }
            }
            // A page full of messages that must wait hides those behind it.
            more = page.size() == most && inOrder.isEmpty() && throttle.available(now) > 0;
        }
        return inOrder;
    }

    private boolean hasRoom(Lane lane, List<Waiting> chosen) {
        if (underWay.size() + chosen.size() >= channel.atOnce()) {
            return false;
        }
        long broadcasts =
                underWay.values().stream().filter(send -> send.lane() == Lane.BROADCAST).count()
                        + chosen.stream().filter(w -> w.lane() == Lane.BROADCAST).count();
        return lane == Lane.ANSWER || broadcasts < channel.atOnce() - channel.atOnce() / RESERVE;
    }

    private void start(Waiting waiting, Instant now) {
        var thread =
                Thread.ofVirtual().name("send-" + waiting.id()).unstarted(() -> go(waiting, now));
        underWay.put(waiting.to(), new Send(waiting.lane(), thread));
        thread.start();
    }

    private void go(Waiting waiting, Instant now) {
        try {
            var delivery = send(waiting);
            table.atOnce(() -> note(waiting, delivery, now));
        } catch (RuntimeException | Error e) {
            // It stays as being sent, and is found like one whose machine died.
            LOG.error("nobody noted how message {} ended", waiting.id(), e);
        } finally {
            underWay.remove(waiting.to());
        }
    }

    private Delivery send(Waiting waiting) {
        try {
            return channel.send(waiting.message());
        } catch (RuntimeException | Error e) {
            LOG.error("sending message {} to {} failed", waiting.id(), waiting.to(), e);
            return new Delivery.Unknown(e.toString());
        }
    }

    private void note(Waiting waiting, Delivery delivery, Instant now) {
        switch (delivery) {
            case Delivery.Sent() -> table.sent(waiting.message(), now);
            case Delivery.Gone(var why) -> gone(waiting, why, now);
            case Delivery.Moved(var address) -> table.move(waiting.to(), address, now);
            case Delivery.Refused(var why) -> refused(waiting, why, now);
            case Delivery.Later(var until, var why) -> later(waiting, until, why, now);
            case Delivery.AllLater(var until, var here) -> {
                close(until);
                later(waiting, here.until(), here.why(), now);
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

    private synchronized void close(Instant until) {
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    private void unknown(Waiting waiting, String why, Instant now) {
        if (!repeats().contains(waiting.lane())) {
            table.done(waiting.id(), Post.UNKNOWN, why, now);
        } else if (waiting.doubts() + 1 < (channel.dropsRepeats() ? MOST_TRIES : MOST_COPIES)) {
            table.doubt(waiting.id());
            later(waiting, now.plus(BEFORE_REPEAT.multipliedBy(1L << waiting.doubts())), why, now);
        } else {
            LOG.error("message {} is not repeated any more: {}", waiting.id(), why);
            table.done(waiting.id(), Post.UNKNOWN, why, now);
        }
    }

    /** Somebody listens again: no need to wait. */
    void wake(Sender chat) {
        waits.remove(chat);
    }

    /** Messages whose machine died while it was sending them. */
    void recover(Instant claimedBefore, Instant now) {
        var doubted = channel.dropsRepeats() ? OptionalInt.empty() : OptionalInt.of(MOST_COPIES);
        int found = table.recover(channel.name(), repeats(), doubted, claimedBefore, now);
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
        for (var send : List.copyOf(underWay.values())) {
            try {
                send.thread().join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
