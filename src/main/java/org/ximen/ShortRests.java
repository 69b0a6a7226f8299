package org.ximen;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Rests after every stretch of work, so that a long calculation in the background leaves the
 * processor to those who wait for an answer. Who is told to stop stops here.
 */
final class ShortRests implements Runnable {
    private static final Duration WORK = Duration.ofMillis(40);
    private static final Duration REST = Duration.ofMillis(10);

    private final ThreadLocal<Long> since = ThreadLocal.withInitial(System::nanoTime);

    /**
     * @throws CancellationException if the thread is to stop
     */
    @Override
    public void run() {
        if (System.nanoTime() - since.get() < WORK.toNanos()) {
            return;
        }
        try {
            Thread.sleep(REST);
            since.set(System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped = new CancellationException("the product stops");
            stopped.initCause(e);
            throw stopped;
        }
    }
}
