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

    private final SseEmitter emitter = new SseEmitter(NEVER);

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
