package org.ximen.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often a network may try passwords, and how long it waits for one account after wrong ones.
 * What one network does keeps no other out. Names that nobody has count the same. Each machine
 * counts for itself, in memory: strangers write nothing into the database.
 */
final class Attempts {
    /** Wrong passwords for one account from one network before it waits. */
    static final int FREE = 5;

    private static final int BURST = 30;
    private static final int PER_MINUTE = 10;
    private static final int MOST_KEYS = 50_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Cache<Pair, Wrong> wrong =
            Caffeine.newBuilder()
                    .maximumSize(MOST_KEYS)
                    .expireAfterWrite(Duration.ofDays(1))
                    .build();
    private final LoadingCache<String, Bucket> networks =
            Caffeine.newBuilder()
                    .maximumSize(MOST_KEYS)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build(network -> bucket());
    private final Latest latest = new Latest();

    private record Pair(String account, String network) {
        static Pair of(String account, String network) {
            return new Pair(account.toLowerCase(Locale.ROOT), network);
        }
    }

    private record Wrong(int times, Instant until) {
        static final Wrong NEVER = new Wrong(0, Instant.EPOCH);

        Wrong again(Instant now) {
            return new Wrong(times + 1, now.plus(delay(times + 1)));
        }

        private static Duration delay(int times) {
            int over = times - FREE;
            if (over < 0) {
                return Duration.ZERO;
            }
            // Four doublings are more than the longest already.
            var doubled = SHORTEST.multipliedBy(1L << Math.min(over, 4));
            return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
    }

    /** The clock of the buckets: the latest instant that somebody came with. */
    private static final class Latest implements TimeMeter {
        private final AtomicLong nanos = new AtomicLong();

        void at(Instant now) {
            nanos.accumulateAndGet(TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()), Math::max);
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(BURST).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .withCustomTimePrecision(latest)
                .build();
    }

    /** Takes one attempt of a network; false if it has none left. */
    boolean take(String network, Instant now) {
        latest.at(now);
        return networks.get(network).tryConsume(1);
    }

    /** Until when a network waits before it tries this account again, if it does now. */
    Optional<Instant> until(String account, String network, Instant now) {
        return Optional.ofNullable(wrong.getIfPresent(Pair.of(account, network)))
                .map(Wrong::until)
                .filter(until -> until.isAfter(now));
    }

    /** Counts a wrong password; how many there were in a row. */
    int failed(String account, String network, Instant now) {
        return wrong.asMap()
                .merge(
                        Pair.of(account, network),
                        Wrong.NEVER.again(now),
                        (before, first) -> before.again(now))
                .times();
    }

    /** An attempt that was not made after all, or whose password was right. */
    void giveBack(String network) {
        networks.get(network).addTokens(1);
    }

    /** A right password ends the row of wrong ones. */
    void clear(String account, String network) {
        wrong.invalidate(Pair.of(account, network));
    }

    /** Lets an account be tried again from everywhere. */
    void forget(String account) {
        var name = account.toLowerCase(Locale.ROOT);
        wrong.asMap().keySet().removeIf(pair -> pair.account().equals(name));
    }

    /** Those of some accounts that a network waits for now. */
    List<String> waiting(List<String> accounts, Instant now) {
        var names =
                wrong.asMap().entrySet().stream()
                        .filter(each -> each.getValue().until().isAfter(now))
                        .map(each -> each.getKey().account())
                        .toList();
        return accounts.stream()
                .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
