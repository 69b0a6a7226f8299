package org.ximen.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody has to look at: said once in the log, and again every ten minutes while it lasts;
 * every time counted in {@code ximen.telegram.alarms}.
 */
final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final MeterRegistry registry;
    private final Map<Kind, Instant> said = new ConcurrentHashMap<>();

    /** What is wrong. */
    enum Kind {
        /** The token is wrong or was revoked. */
        TOKEN,
        /** Another process takes the updates of this bot. */
        CONFLICT,
        /** Telegram cannot be reached. */
        OUTAGE,
        /** An update that nobody can read was set aside. */
        POISON
    }

    Alarms(MeterRegistry registry) {
        this.registry = registry;
    }

    void raise(Kind kind, String words, Instant now) {
        registry.counter("ximen.telegram.alarms", "kind", kind.name()).increment();
        var before = said.get(kind);
        if (before == null || now.isAfter(before.plus(AGAIN))) {
            said.put(kind, now);
            LOG.error("Telegram {}: {}", kind, words);
        }
    }

    /** No answer came, or none that helps. */
    void outage(Exception e, Instant now) {
        var advice = e instanceof Unreachable ? "。检查网络，或设置 ximen.telegram.proxy" : "";
        raise(Kind.OUTAGE, e.getMessage() + advice, now);
    }

    /** The trouble is over. */
    void end(Kind kind) {
        if (said.remove(kind) != null) {
            LOG.info("Telegram {} is over", kind);
        }
    }
}
