package org.ximen.played;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings updates to the bot: one at a time in each chat, again until it takes them. */
final class Hook implements AutoCloseable {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue queue;
    private final Set<Long> busy = new HashSet<>();
    private volatile @Nullable Target target;
    private volatile int lastStatus;
    private volatile boolean closed;

    record Target(URI url, @Nullable String secret, int connections) {}

    Hook(Queue queue) {
        this.queue = queue;
    }

    void set(@Nullable Target to) {
        target = to;
        bring();
    }

    boolean isSet() {
        return target != null;
    }

    int lastStatus() {
        return lastStatus;
    }

    ObjectNode info() {
        var to = target;
        return Arguments.JSON
                .createObjectNode()
                .put("url", to == null ? "" : to.url().toString())
                .put("has_custom_certificate", false)
                .put("pending_update_count", queue.size());
    }

    /** Begins to bring what waits. */
    synchronized void bring() {
        var to = target;
        if (to == null || closed) {
            return;
        }
        for (var update : queue.head(1000)) {
            if (busy.size() < to.connections() && busy.add(chat(update))) {
                Thread.ofVirtual().start(() -> bring(to, update, FIRST));
            }
        }
    }

    private static long chat(JsonNode update) {
        for (var kind : update) {
            if (kind.path("chat").has("id")) {
                return kind.get("chat").get("id").asLong();
            }
            if (kind.path("from").has("id")) {
                return kind.get("from").get("id").asLong();
            }
        }
        return 0;
    }

    private void bring(Target to, JsonNode update, Duration pause) {
        boolean taken = false;
        try {
            taken = post(to, update);
            if (!taken) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            return;
        }
        if (!taken && !closed && to.equals(target)) {
            var longer = pause.multipliedBy(2);
            bring(to, update, longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
            return;
        }
        if (taken) {
            queue.confirm(update);
        }
        synchronized (this) {
            busy.remove(chat(update));
        }
        if (!closed) {
            bring();
        }
    }

    private boolean post(Target to, JsonNode update) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(to.url())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(update.toString()));
        if (to.secret() != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", to.secret());
        }
        try {
            lastStatus = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return lastStatus / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        http.close();
    }
}
