package org.ximen;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Lease;
import org.ximen.telegram.Telegram;

/**
 * Runs the bot on one machine at a time.
 *
 * @param lease decides which; null where there is only this one
 */
record BotJob(Telegram telegram, @Nullable Lease lease) {
    private static final Duration RENEW = Lease.TERM.dividedBy(5);

    List<Loop> start(InstantSource clock) {
        List<Loop> loops = new ArrayList<>();
        if (lease == null) {
            telegram.active(true);
        } else {
            loops.add(Loop.start("telegram-lease", () -> renew(lease, clock)));
        }
        loops.add(Loop.start("telegram-fetch", telegram::fetch));
        loops.add(Loop.start("telegram-sort", telegram::sort));
        return loops;
    }

    private Duration renew(Lease held, InstantSource clock) {
        try {
            telegram.active(held.hold(clock.instant()));
        } catch (RuntimeException e) {
            // Without the database nobody knows who else is at it.
            telegram.active(false);
            throw e;
        }
        return RENEW;
    }

    void stop() {
        telegram.stop();
    }

    void release() {
        if (lease != null) {
            lease.release();
        }
    }
}
