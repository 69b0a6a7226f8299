package org.ximen;

import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.ximen.knowledge.Library;

/**
 * Reads the knowledge while the rest of the product starts; nothing that answers starts before it
 * is read, or the first question would find empty shelves.
 */
final class FirstReading extends StartStep {
    private static final int BEFORE_THE_DEMO = -1;

    private final Library library;
    private final FutureTask<Boolean> reading;

    FirstReading(Library library, Instant now) {
        super(BEFORE_THE_DEMO);
        this.library = library;
        this.reading = new FutureTask<>(() -> library.refresh(now));
        Thread.ofPlatform().daemon().name("first-reading").start(reading);
    }

    Library library() {
        return library;
    }

    @Override
    void take() {
        try {
            reading.get();
        } catch (ExecutionException e) {
            throw thrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the knowledge was read");
        }
    }

    private static RuntimeException thrown(ExecutionException why) {
        return switch (why.getCause()) {
            case Error error -> throw error;
            case RuntimeException known -> known;
            case null, default -> new IllegalStateException(why);
        };
    }
}
