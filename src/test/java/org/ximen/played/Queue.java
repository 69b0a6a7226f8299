package org.ximen.played;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Updates that the bot has not confirmed, by the rules of the official server. */
final class Queue {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration CALLBACK_LIFE = Duration.ofSeconds(150);
    private static final Duration NEAR = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(3);
    // By default all but these (core.telegram.org/bots/api#getupdates).
    private static final Set<String> ASKED_FOR =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final InstantSource clock;
    private final List<Entry> waiting = new ArrayList<>();
    private int next = 1000;
    private long poll;
    private int lastOffset = Integer.MIN_VALUE;
    private Instant lastPoll = Instant.MIN;
    private Instant lastConflict = Instant.MIN;
    private Set<String> allowed = Set.of();
    private @Nullable Duration cap;
    private int polling;

    private record Entry(int id, JsonNode update, Instant until) {}

    Queue(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void push(ObjectNode update) {
        var kind = update.propertyNames().stream().filter(n -> !n.equals("update_id")).findFirst();
        boolean wanted =
                kind.isEmpty()
                        || (allowed.isEmpty()
                                ? !ASKED_FOR.contains(kind.get())
                                : allowed.contains(kind.get()));
        if (!wanted) {
            return;
        }
        int id = update.hasNonNull("update_id") ? update.get("update_id").asInt() : next;
        next = id + 1;
        var whole = Arguments.JSON.createObjectNode().put("update_id", id);
        whole.setAll(update);
        var life = update.has("callback_query") ? CALLBACK_LIFE : LIFE;
        waiting.add(new Entry(id, whole, clock.instant().plus(life)));
        notifyAll();
    }

    /** What is at the end comes twice. */
    synchronized void repeat() {
        waiting.add(waiting.getLast());
        notifyAll();
    }

    synchronized void allow(Set<String> kinds) {
        allowed = kinds;
    }

    synchronized void restartIds(int lower) {
        next = lower;
    }

    synchronized void cap(Duration real) {
        cap = real;
    }

    synchronized int size() {
        expire();
        return waiting.size();
    }

    synchronized boolean isPolled() {
        return polling > 0;
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized List<JsonNode> head(int most) {
        expire();
        return waiting.stream().limit(most).map(Entry::update).toList();
    }

    synchronized void confirm(JsonNode update) {
        waiting.removeIf(entry -> entry.update().equals(update));
    }

    synchronized List<JsonNode> get(int offset, int limit, int timeout)
            throws InterruptedException {
        long mine = ++poll;
        notifyAll();
        var now = clock.instant();
        boolean again = offset == lastOffset;
        int most = again && near(now, NEAR) ? 1 : Math.clamp(limit, 1, 100);
        int seconds = Math.min(50, again && timeout < 3 && near(now, SOON) ? 3 : timeout);
        lastOffset = offset;
        lastPoll = now;
        confirm(offset);
        polling++;
        try {
            await(mine, seconds);
        } finally {
            polling--;
        }
        return waiting.stream().limit(most).map(Entry::update).toList();
    }

    private boolean near(Instant now, Duration time) {
        return waiting.isEmpty() && now.isBefore(lastPoll.plus(time));
    }

    // An offset that is too far ahead is not known, and the answer begins at the head.
    private void confirm(int offset) {
        if (offset < 0) {
            while (waiting.size() > -offset) {
                waiting.removeFirst();
            }
        } else if (offset > 0 && offset <= next) {
            waiting.removeIf(entry -> entry.id() < offset);
        }
        expire();
    }

    private void expire() {
        var now = clock.instant();
        waiting.removeIf(entry -> !now.isBefore(entry.until()));
    }

    private void await(long mine, int seconds) throws InterruptedException {
        long most = cap == null ? seconds * 1000L : Math.min(seconds * 1000L, cap.toMillis());
        long end = System.nanoTime() + most * 1_000_000;
        for (long left = most;
                waiting.isEmpty() && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
            if (poll != mine) {
                lastConflict = clock.instant();
                throw Refusal.conflict(
                        "terminated by other getUpdates request; make sure that only one bot"
                                + " instance is running");
            }
        }
    }

    synchronized void conflict() {
        poll++;
        notifyAll();
    }

    synchronized Instant lastConflict() {
        return lastConflict;
    }
}
