package org.ximen.admission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The time that work took lately, by whom it was for; half of it is forgotten every ten seconds.
 */
final class Spent {
    private static final double HALF_LIFE = Duration.ofSeconds(10).toNanos();
    private static final int MOST_KEYS = 10_000;

    private final Map<String, Balance> balances =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Balance> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    private record Balance(double nanos, long at) {
        double left(long now) {
            return nanos * Math.pow(0.5, (now - at) / HALF_LIFE);
        }
    }

    /** Milliseconds. */
    double of(String key, long now) {
        var balance = balances.get(key);
        return balance == null ? 0 : balance.left(now) / 1e6;
    }

    void add(String key, long nanos, long now) {
        var before = balances.get(key);
        balances.put(key, new Balance(nanos + (before == null ? 0 : before.left(now)), now));
    }
}
