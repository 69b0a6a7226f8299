package org.ximen;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Lease;
import org.ximen.telegram.Telegram;
import org.ximen.wechat.Wechat;

/**
 * Runs the way to a messenger on one machine at a time.
 *
 * @param activation is told whether it is this machine
 * @param rounds what runs again and again, by name
 * @param lease decides which machine; null where there is only this one
 */
record BotJob(
        String name, Activation activation, Map<String, Loop.Round> rounds, @Nullable Lease lease) {
    private static final Duration RENEW = Lease.TERM.dividedBy(5);

    /** Begins or ends what one machine at a time does for all. */
    interface Activation {
        /** Whether it is this machine. */
        void active(boolean now);
    }

    static BotJob of(Telegram telegram, @Nullable Lease lease) {
        return new BotJob(
                "telegram",
                telegram::active,
                Map.of("fetch", telegram::fetch, "sort", telegram::sort, "menus", telegram::menus),
                lease);
    }

    static BotJob of(Wechat wechat, @Nullable Lease lease) {
        return new BotJob("wechat", wechat::active, Map.of("sort", wechat::sort), lease);
    }

    List<Loop> start(InstantSource clock) {
        List<Loop> loops = new ArrayList<>();
        if (lease == null) {
            activation.active(true);
        } else {
            loops.add(Loop.start(name + "-lease", () -> renew(lease, clock)));
        }
        rounds.forEach((what, round) -> loops.add(Loop.start(name + "-" + what, round)));
        return loops;
    }

    private Duration renew(Lease held, InstantSource clock) {
        try {
            activation.active(held.hold(clock.instant()));
        } catch (RuntimeException e) {
            // Without the database nobody knows who else is at it.
            activation.active(false);
            throw e;
        }
        return RENEW;
    }

    void stop() {
        activation.active(false);
    }

    void release() {
        if (lease != null) {
            lease.release();
        }
    }
}
