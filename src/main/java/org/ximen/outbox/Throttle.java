package org.ximen.outbox;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ximen.chat.Channel;
import org.ximen.chat.Rate;
import org.ximen.chat.Sender;

/** Keeps to the rates of a channel. Used by one thread at a time. */
final class Throttle {
    private static final int MANY = 10_000;

    private final Channel channel;
    private final Given time = new Given();
    private Optional<Bucket> all;
    private final Map<Sender, Bucket> chats = new ConcurrentHashMap<>();

    Throttle(Channel channel) {
        this.channel = channel;
        this.all = channel.rate().map(this::bucket);
    }

    /** How many messages may leave now. */
    long available(Instant now) {
        set(now);
        return all.map(Bucket::getAvailableTokens).orElse((long) channel.atOnce());
    }

    /** Takes leave for one message to a chat; false if it has to wait. */
    boolean take(Sender to, Instant now) {
        set(now);
        var rate = channel.rate(to);
        if (rate.isEmpty()) {
            return all.map(bucket -> bucket.tryConsume(1)).orElse(true);
        }
        tidy();
        var own = chats.computeIfAbsent(to, same -> bucket(rate.get()));
        return own.getAvailableTokens() > 0
                && all.map(bucket -> bucket.tryConsume(1)).orElse(true)
                && own.tryConsume(1);
    }

    /** After a clock that ran ahead was set back, full buckets must not wait for it to catch up. */
    private void set(Instant now) {
        if (time.turnsBack(now)) {
            time.nanos = Long.MIN_VALUE;
            chats.clear();
            all = channel.rate().map(this::bucket);
        }
        time.set(now);
    }

    /** A chat that has rested long enough needs no memory. */
    private void tidy() {
        if (chats.size() >= MANY) {
            chats.entrySet().removeIf(chat -> isRested(chat.getKey(), chat.getValue()));
        }
    }

    private boolean isRested(Sender to, Bucket bucket) {
        return channel.rate(to)
                .map(rate -> bucket.getAvailableTokens() >= rate.burst())
                .orElse(true);
    }

    private Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(rate.burst()).refillGreedy(rate.times(), rate.per()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The time that the caller gives; it never runs backwards. */
    private static final class Given implements TimeMeter {
        private static final long JUMP = TimeUnit.MINUTES.toNanos(1);

        private long nanos = Long.MIN_VALUE;

        boolean turnsBack(Instant now) {
            return nanos != Long.MIN_VALUE && nanos - nanos(now) > JUMP;
        }

        void set(Instant now) {
            nanos = Math.max(nanos, nanos(now));
        }

        private static long nanos(Instant now) {
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
