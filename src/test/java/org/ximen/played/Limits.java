package org.ximen.played;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How much a bot may send; who sends more is told to wait. */
public final class Limits {
    private static final long EVERYBODY = 0;

    private int perSecond = 30;
    private int perChat = 1;
    private int chatBurst = 3;
    private int perGroup = 20;
    private boolean penalty;
    private final Map<Long, Tokens> buckets = new HashMap<>();
    private final Map<Long, Instant> waits = new HashMap<>();
    private final Map<Long, Integer> next = new HashMap<>();

    private static final class Tokens {
        double left;
        Instant at;

        Tokens(double left, Instant at) {
            this.left = left;
            this.at = at;
        }

        /** Seconds until one is there; 0 if it was taken. */
        double take(double rate, double most, Instant now) {
            left = Math.min(most, left + rate * seconds(at, now));
            at = now;
            if (left >= 1) {
                left -= 1;
                return 0;
            }
            return (1 - left) / rate;
        }

        private static double seconds(Instant from, Instant to) {
            return Math.max(0, java.time.Duration.between(from, to).toNanos() / 1e9);
        }
    }

    /** No limits. */
    public synchronized Limits off() {
        perSecond = 0;
        perChat = 0;
        perGroup = 0;
        return this;
    }

    /** To all chats together; 0 for no limit. */
    public synchronized Limits global(int aSecond) {
        perSecond = aSecond;
        return this;
    }

    /** To one person; 0 for no limit. */
    public synchronized Limits perChat(int aSecond, int burst) {
        perChat = aSecond;
        chatBurst = burst;
        return this;
    }

    /** To one group; 0 for no limit. */
    public synchronized Limits perGroup(int aMinute) {
        perGroup = aMinute;
        return this;
    }

    /** Whether calls during a wait make it longer. */
    public synchronized Limits penalty(boolean on) {
        penalty = on;
        return this;
    }

    /** Answers the next call to a chat as if it had been too fast. */
    public synchronized void refuse(long chat, int seconds) {
        next.put(chat, seconds);
    }

    synchronized boolean isWaiting(long chat, Instant now) {
        var until = waits.get(chat);
        return until != null && now.isBefore(until);
    }

    /** Takes leave for one message, or refuses. */
    synchronized void take(long chat, Instant now) {
        var until = waits.get(chat);
        if (until != null && now.isBefore(until)) {
            if (penalty) {
                until = until.plusSeconds(5);
                waits.put(chat, until);
            }
            throw Refusal.tooMany(
                    whole(java.time.Duration.between(now, until).toMillis() / 1000.0));
        }
        var told = next.remove(chat);
        if (told != null) {
            waits.put(chat, now.plusSeconds(told));
            throw Refusal.tooMany(told);
        }
        double wait =
                chat < 0
                        ? take(chat, perGroup / 60.0, perGroup, now)
                        : take(chat, perChat, chatBurst, now);
        if (wait == 0) {
            wait = take(EVERYBODY, perSecond, perSecond, now);
        }
        if (wait > 0) {
            int seconds = whole(wait);
            waits.put(chat, now.plusSeconds(seconds));
            throw Refusal.tooMany(seconds);
        }
    }

    private double take(long whom, double rate, double most, Instant now) {
        return rate <= 0
                ? 0
                : buckets.computeIfAbsent(whom, key -> new Tokens(most, now)).take(rate, most, now);
    }

    private static int whole(double seconds) {
        return Math.max(1, (int) Math.ceil(seconds));
    }
}
