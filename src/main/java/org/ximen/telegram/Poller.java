package org.ximen.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.ximen.inbox.Inbox;

/**
 * Fetches updates and stores them before the next call confirms them. Whatever Telegram answers, it
 * goes on.
 */
final class Poller {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    // With a connection that is just being tried, an answer comes within 10 s of the return.
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final Duration WITHOUT_TOKEN = Duration.ofSeconds(30);
    private static final Duration IN_CONFLICT = Duration.ofSeconds(5);
    // Nothing new and yet at once: an answer such as {"ok":true}.
    private static final Duration TOO_QUICK = Duration.ofMillis(200);

    private final BotApi api;
    private final Inbox inbox;
    private final Alarms alarms;
    private final InstantSource clock;
    private int next;
    private Duration pause = SHORTEST;

    Poller(BotApi api, Inbox inbox, Alarms alarms, InstantSource clock) {
        this.api = api;
        this.inbox = inbox;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * One call; says how long to rest before the next.
     *
     * @param stored is run when new updates were stored
     */
    Duration round(Runnable stored) {
        long began = System.nanoTime();
        try {
            var updates = api.updates(next);
            fine();
            boolean quick = System.nanoTime() - began < TOO_QUICK.toNanos();
            return take(updates, stored) == 0 && quick ? SHORTEST : Duration.ZERO;
        } catch (Refused e) {
            return refused(e);
        } catch (Unreachable e) {
            return outage(e);
        }
    }

    /** Where Telegram counts anew its numbers are lower than ours, so the last one counts. */
    private int take(List<String> updates, Runnable stored) {
        if (updates.isEmpty()) {
            return 0;
        }
        int fresh = inbox.store(updates.stream().map(Updates::raw).toList(), now());
        updates.stream()
                .flatMap(update -> Updates.id(update).stream())
                .reduce((before, last) -> last)
                .ifPresent(last -> next = last + 1);
        stored.run();
        return fresh;
    }

    private void fine() {
        pause = SHORTEST;
        alarms.end(Alarms.Kind.OUTAGE);
        alarms.end(Alarms.Kind.CONFLICT);
        alarms.end(Alarms.Kind.TOKEN);
    }

    private Duration refused(Refused e) {
        return switch (e.meaning()) {
            case TOKEN -> {
                alarms.raise(Alarms.Kind.TOKEN, "令牌无效，请检查 ximen.telegram.token", now());
                yield WITHOUT_TOKEN;
            }
            case CONFLICT -> conflict(e);
            case FLOOD -> e.retryAfter();
            default -> outage(e);
        };
    }

    /** A webhook that was set before, perhaps by another program, is taken away. */
    private Duration conflict(Refused e) {
        var words = String.valueOf(e.getMessage());
        if (words.contains("webhook")) {
            try {
                api.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
                LOG.warn("the bot's webhook was taken away, because updates are polled");
                return Duration.ZERO;
            } catch (Refused | Unreachable again) {
                LOG.debug("the webhook stays: {}", again.getMessage());
            }
        }
        alarms.raise(Alarms.Kind.CONFLICT, words, now());
        return IN_CONFLICT;
    }

    private Duration outage(Exception e) {
        LOG.debug("no updates: {}", e.getMessage());
        var rest = pause;
        if (rest.equals(LONGEST)) {
            alarms.outage(e, now());
        }
        var twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return rest;
    }

    private Instant now() {
        return clock.instant();
    }
}
