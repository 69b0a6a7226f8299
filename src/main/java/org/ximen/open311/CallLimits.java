package org.ximen.open311;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often one network may call. */
final class CallLimits {
    private static final int MOST_KEYS = 50_000;

    private final LoadingCache<String, Bucket> networks;

    CallLimits(int perMinute) {
        this.networks =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .build(network -> bucket(perMinute));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Counts a call.
     *
     * @throws GeoReportRefusal if it is one too many
     */
    void check(String network) {
        if (!networks.get(network).tryConsume(1)) {
            throw GeoReportRefusal.tooMany();
        }
    }
}
