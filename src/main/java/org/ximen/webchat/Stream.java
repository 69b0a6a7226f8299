package org.ximen.webchat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.ximen.chat.Outgoing;

/** One open page. A page that takes nothing for five seconds is dropped; it will come back. */
final class Stream {
    private static final long NEVER = 0;
    private static final long PATIENCE_SECONDS = 5;
    private static final Executor WRITERS = Thread::startVirtualThread;

    private static final long REST_MILLIS = 60_000;

    private final String conversation;
    private final String network;
    private final SseEmitter emitter = new SseEmitter(NEVER);

    Stream(String conversation, String network) {
        this.conversation = conversation;
        this.network = network;
    }

    String conversation() {
        return conversation;
    }

    String network() {
        return network;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void whenClosed(Runnable closed) {
        emitter.onCompletion(closed);
        emitter.onTimeout(closed);
        emitter.onError(e -> closed.run());
    }

    boolean send(Outgoing message) {
        return write(
                SseEmitter.event()
                        .id(Long.toString(message.id()))
                        .data(Wire.Said.of(message.reply())));
    }

    boolean beat() {
        return write(SseEmitter.event().comment("beat"));
    }

    /** Makes room for another; the page comes back after a while, not at once. */
    void giveWay() {
        WRITERS.execute(() -> {
            try {
                emitter.send(SseEmitter.event().reconnectTime(REST_MILLIS).comment("full"));
            } catch (IOException | IllegalStateException e) {
                // It is ended all the same.
            }
            emitter.complete();
        });
    }

    void close() {
        WRITERS.execute(emitter::complete);
    }

    private boolean write(SseEmitter.SseEventBuilder event) {
        var written = CompletableFuture.runAsync(() -> sendNow(event), WRITERS);
        try {
            written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            // The writer that hangs holds the emitter's lock: whoever ends it must be able to wait.
            WRITERS.execute(() -> emitter.completeWithError(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sendNow(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
