package org.ximen.admission;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A piece of work that waits or is being done. */
final class Visit<T> {
    private final Claim claim;
    private final FutureTask<T> task;

    Visit(Claim claim, Supplier<T> work) {
        this.claim = claim;
        this.task = new FutureTask<>(work::get);
    }

    Claim claim() {
        return claim;
    }

    void run() {
        task.run();
    }

    /** It will not be begun. */
    void giveUp() {
        task.cancel(false);
    }

    /** Whether it was done, or given up, within some time. */
    boolean isDone(Duration within) {
        try {
            task.get(within.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * What came of it, waited for to its end; fails as the work failed.
     *
     * @throws TooBusy if it was given up
     */
    T result() {
        try {
            return task.get();
        } catch (CancellationException e) {
            throw new TooBusy("the end came first");
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the work was done", e);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case RuntimeException failure -> failure;
            case null, default -> new IllegalStateException(e);
        };
    }
}
