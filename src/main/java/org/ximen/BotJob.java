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
 * @param lease decides which; null where there is only this one
 */
record BotJob(String name, Edge edge, @Nullable Lease lease) {
    private static final Duration RENEW = Lease.TERM.dividedBy(5);

    /** What one machine at a time does for all. */
    interface Edge {
        /** Whether it is this machine. */
        void active(boolean now);

        /** What runs again and again, by name. */
        Map<String, Loop.Round> rounds();
    }

    static BotJob of(Telegram telegram, @Nullable Lease lease) {
        var edge =
                new Edge() {
                    @Override
                    public void active(boolean now) {
                        telegram.active(now);
                    }

                    @Override
                    public Map<String, Loop.Round> rounds() {
                        return Map.of("fetch", telegram::fetch, "sort", telegram::sort);
                    }
                };
        return new BotJob("telegram", edge, lease);
    }

    static BotJob of(Wechat wechat, @Nullable Lease lease) {
        var edge =
                new Edge() {
                    @Override
                    public void active(boolean now) {
                        wechat.active(now);
                    }

                    @Override
                    public Map<String, Loop.Round> rounds() {
                        return Map.of("sort", wechat::sort);
                    }
                };
        return new BotJob("wechat", edge, lease);
    }

    List<Loop> start(InstantSource clock) {
        List<Loop> loops = new ArrayList<>();
        if (lease == null) {
            edge.active(true);
        } else {
            loops.add(Loop.start(name + "-lease", () -> renew(lease, clock)));
        }
        edge.rounds().forEach((what, round) -> loops.add(Loop.start(name + "-" + what, round)));
        return loops;
    }

    private Duration renew(Lease held, InstantSource clock) {
        try {
            edge.active(held.hold(clock.instant()));
        } catch (RuntimeException e) {
            // Without the database nobody knows who else is at it.
            edge.active(false);
            throw e;
        }
        return RENEW;
    }

    void stop() {
        edge.active(false);
    }

    void release() {
        if (lease != null) {
            lease.release();
        }
    }
}
