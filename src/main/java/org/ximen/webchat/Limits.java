package org.ximen.webchat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * How often one address and one conversation may call: generous for a person or a shared office
 * line, narrow for a script.
 *
 * @param conversations a bucket for each conversation
 * @param addresses a bucket for each network address
 */
record Limits(LoadingCache<String, Bucket> conversations, LoadingCache<String, Bucket> addresses) {
    private static final int MOST_KEYS = 50_000;

    static Limits perMinute(int perConversation, int perAddress) {
        return new Limits(buckets(perConversation), buckets(perAddress));
    }

    private static LoadingCache<String, Bucket> buckets(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(key -> bucket(perMinute));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    void check(String conversation, String address) {
        if (!addresses.get(address).tryConsume(1)
                || !conversations.get(conversation).tryConsume(1)) {
            throw new ChatRefused(HttpStatus.TOO_MANY_REQUESTS, "发得太快了，请稍等几秒再发。", "等几秒后再发一次");
        }
    }
}
