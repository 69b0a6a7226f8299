package org.ximen;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.NotKept;

/** A job of this machine that runs again and again until it is stopped. */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration UNTIL_KEPT = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Thread thread;
    private volatile boolean stopped;

    /** One round; says how long to rest before the next. */
    interface Round {
        Duration run();
    }

    private Loop(String name, Round round) {
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> go(name, round));
    }

    static Loop start(String name, Round round) {
        var loop = new Loop(name, round);
        loop.thread.start();
        return loop;
    }

    private void go(String name, Round round) {
        while (!stopped) {
            try {
                Thread.sleep(once(name, round));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration once(String name, Round round) {
        try {
            return round.run();
        } catch (NotKept e) {
            // Told once where it was noticed.
            return UNTIL_KEPT;
        } catch (RuntimeException | Error e) {
            // A thread that ends on an error would leave the product deaf without a sign.
            if (!stopped) {
                LOG.error("job {} failed and runs again in {}", name, AFTER_FAILURE, e);
            }
            return AFTER_FAILURE;
        }
    }

    /** Lets the round end that is running, up to the given time. */
    void stop(Duration patience) {
        stopped = true;
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wakes a resting loop for its end. */
    void hurry() {
        stopped = true;
        if (thread.getState() == Thread.State.TIMED_WAITING) {
            thread.interrupt();
        }
    }
}
