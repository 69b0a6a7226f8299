package org.ximen.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.NotKept;

/**
 * Hands stored messages to whoever reads them: in order within a chat, several chats at once. A
 * message that fails again and again is set aside, so that it cannot stop its chat.
 */
public final class Sorter {
    private static final Logger LOG = LoggerFactory.getLogger(Sorter.class);
    private static final int PAGE = 200;
    // What comes after it in its chat waits 3.5 s at most.
    private static final int TRIES = 4;
    private static final Duration UNTIL_KEPT = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final String channel;
    private final int atOnce;
    private final Reader reader;
    private final InstantSource clock;
    private final Map<String, Thread> underWay = new ConcurrentHashMap<>();
    private final Map<String, Instant> waits = new ConcurrentHashMap<>();
    private volatile boolean paused;

    /** Reads messages. */
    public interface Reader {
        /**
         * Reads the first of the waiting messages of one chat, and those after it that belong to
         * it. Called for one chat at a time by one thread.
         */
        Verdict read(List<Stored> waiting, Instant now);

        /** Hears of a message that was set aside. */
        void setAside(Stored message, String why, Instant now);
    }

    /**
     * @param atOnce how many chats are read at the same time
     */
    public Sorter(Inbox inbox, String channel, int atOnce, Reader reader, InstantSource clock) {
        this.inbox = inbox;
        this.channel = channel;
        this.atOnce = atOnce;
        this.reader = reader;
        this.clock = clock;
    }

    /** Begins to read what waits; returns how many chats. */
    public synchronized int begin() {
        var now = clock.instant();
        waits.values().removeIf(until -> !now.isBefore(until));
        Set<String> others = new HashSet<>(underWay.keySet());
        others.addAll(waits.keySet());
        int begun = 0;
        boolean more = true;
        while (more && !paused && underWay.size() < atOnce) {
            var page = inbox.waiting(channel, others, PAGE);
            for (var chat : chats(page).entrySet()) {
                if (others.add(chat.getKey()) && underWay.size() < atOnce) {
                    start(chat.getKey(), chat.getValue());
                    begun++;
                }
            }
            // One chat may fill a page and hide the others.
            more = page.size() == PAGE;
        }
        return begun;
    }

    private static Map<String, List<Stored>> chats(List<Stored> page) {
        Map<String, List<Stored>> chats = new LinkedHashMap<>();
        for (var message : page) {
            chats.computeIfAbsent(message.raw().chat(), chat -> new ArrayList<>()).add(message);
        }
        return chats;
    }

    private void start(String chat, List<Stored> messages) {
        var thread = Thread.ofVirtual().name("read-" + channel).unstarted(() -> go(chat, messages));
        underWay.put(chat, thread);
        thread.start();
    }

    private void go(String chat, List<Stored> messages) {
        try {
            readAll(chat, messages);
        } catch (RuntimeException | Error e) {
            LOG.error("messages of one chat on {} wait, the store failed", channel, e);
            waits.put(chat, clock.instant().plusSeconds(1));
        } finally {
            underWay.remove(chat);
        }
        if (!paused) {
            begin();
        }
    }

    private void readAll(String chat, List<Stored> messages) {
        var left = messages;
        while (!left.isEmpty() && !paused) {
            switch (read(left)) {
                case Verdict.Handled(var count) -> {
                    inbox.done(left.subList(0, count), clock.instant());
                    left = left.subList(count, left.size());
                }
                case Verdict.NotYet(var until) -> {
                    waits.put(chat, until);
                    return;
                }
                case Verdict.Unreadable(var why) -> {
                    setAside(left.getFirst(), why);
                    left = left.subList(1, left.size());
                }
            }
        }
    }

    private Verdict read(List<Stored> left) {
        try {
            return reader.read(left, clock.instant());
        } catch (NotKept e) {
            // The message is as good as it was; it is the store that cannot.
            return new Verdict.NotYet(clock.instant().plus(UNTIL_KEPT));
        } catch (RuntimeException | Error e) {
            LOG.warn("message {} on {} failed", left.getFirst().id(), channel, e);
            return failed(left.getFirst(), e.toString());
        }
    }

    private Verdict failed(Stored message, String why) {
        int tries = inbox.failed(message, why, clock.instant());
        return tries >= TRIES
                ? new Verdict.Unreadable(why)
                : new Verdict.NotYet(clock.instant().plus(Duration.ofMillis(250L << tries)));
    }

    private void setAside(Stored message, String why) {
        inbox.setAside(message, why, clock.instant());
        reader.setAside(message, why, clock.instant());
    }

    /** Waits until the chats that were begun have been read, at most so long. */
    public void rest(Duration most) {
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

    /** Begins nothing new until {@link #resume}. */
    public void pause() {
        paused = true;
    }

    /** Goes on. */
    public void resume() {
        paused = false;
    }
}
