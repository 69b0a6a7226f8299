package org.ximen.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody has to look at: said once in the log, and again every ten minutes while it lasts;
 * every time counted in {@code ximen.wechat.alarms}.
 */
final class WechatAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(WechatAlarms.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final MeterRegistry registry;
    private final Map<Kind, Instant> said = new ConcurrentHashMap<>();

    /** What is wrong. */
    enum Kind {
        /** The account, its secret, its list of addresses or its rights. */
        ACCOUNT,
        /** The calls of this day are used up. */
        QUOTA,
        /** WeChat cannot be reached. */
        OUTAGE,
        /** A callback without the right signature. */
        FORGED,
        /** A message that nobody can read was set aside. */
        POISON
    }

    WechatAlarms(MeterRegistry registry) {
        this.registry = registry;
    }

    void raise(Kind kind, String words, Instant now) {
        registry.counter("ximen.wechat.alarms", "kind", kind.name()).increment();
        var before = said.get(kind);
        if (before == null || now.isAfter(before.plus(AGAIN))) {
            said.put(kind, now);
            LOG.error("WeChat {}: {}", kind, words);
        }
    }
}
