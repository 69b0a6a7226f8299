package org.ximen.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listens to one conversation's stream as a page does: it comes back with the number of the last
 * event it has when the stream breaks, and takes no number twice.
 */
public final class Ear implements AutoCloseable {
    // On a shared database a send that a kill cut short is taken up again after one or two minutes.
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(10);
    private static final long REST_MILLIS = 100;

    private final Running running;
    private final String conversation;
    private final Map<Long, JsonNode> heard = new LinkedHashMap<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Stream<String> lines;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long last;
    private int repeats;

    Ear(Running running, String conversation) {
        this.running = running;
        this.conversation = conversation;
        this.thread = Thread.startVirtualThread(this::listen);
        try {
            if (!opened.await(OPENS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no stream opened within " + OPENS_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until so many events have come, and hands them all out in order. */
    public List<JsonNode> until(int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> heard().size() >= count);
        return heard();
    }

    /** What came, each number once, in order of coming. */
    public synchronized List<JsonNode> heard() {
        return new ArrayList<>(heard.values());
    }

    /** How often a number came that was here already. */
    public synchronized int repeats() {
        return repeats;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        var open = lines;
        if (open != null) {
            open.close();
        }
    }

    private void listen() {
        while (!isClosed()) {
            try {
                once();
            } catch (UncheckedIOException e) {
                // The product is away; a page comes back, too.
            }
        }
    }

    private boolean isClosed() {
        try {
            return closed.await(REST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void once() {
        var request =
                Http.to(running.at("/api/chat/events?conversation=" + conversation))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", Long.toString(last()))
                        .GET();
        var response = Http.response(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(new IOException("status " + response.statusCode()));
        }
        opened.countDown();
        try (var stream = response.body()) {
            lines = stream;
            long[] id = {0};
            stream.forEach(line -> read(line, id));
        }
    }

    private void read(String line, long[] id) {
        if (line.startsWith("id:")) {
            id[0] = Long.parseLong(line.substring(3).strip());
        } else if (line.startsWith("data:")) {
            take(id[0], Http.JSON.readTree(line.substring(5)));
        }
    }

    private synchronized void take(long id, JsonNode reply) {
        last = Math.max(last, id);
        if (heard.putIfAbsent(id, reply) != null) {
            repeats++;
        }
    }

    private synchronized long last() {
        return last;
    }
}
