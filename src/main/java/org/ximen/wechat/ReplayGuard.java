package org.ximen.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which one-time words (nonce) came with which callback. The signature of plain mode does
 * not cover what is said, so that a signature seen once could carry other words. Kept in memory for
 * as long as a callback's time is good; what is said twice is told again by the inbox.
 */
final class ReplayGuard {
    private final Duration skew;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(String body, Instant at) {}

    /**
     * @param skew how old a callback may be
     */
    ReplayGuard(Duration skew) {
        this.skew = skew;
    }

    /** Whether a callback's time is good. */
    boolean isFresh(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var said = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(said, now).abs().compareTo(skew) <= 0;
    }

    /** Whether nothing else came with this word; WeChat itself repeats the same. It counts now. */
    synchronized boolean takes(String nonce, String body, Instant now) {
        var old = now.minus(skew.multipliedBy(2));
        var oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next().at().isBefore(old)) {
            oldest.remove();
        }
        var known = seen.putIfAbsent(nonce, new Seen(body, now));
        return known == null || known.body().equals(body);
    }
}
