package org.ximen.knowledge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** The passages that questions have looked at lately. */
final class Readings {
    // About 1 KB each.
    private static final int MOST = 20_000;

    // Weak keys are told apart by identity: a changed article has passages of its own.
    private final LoadingCache<Passage, Reading> read =
            Caffeine.newBuilder().maximumSize(MOST).weakKeys().build(Reading::new);

    Reading of(Passage passage) {
        return read.get(passage);
    }
}
