package org.ximen;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.ximen.db.StoreHealth;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.outbox.Outbox;
import org.ximen.readings.CorrectionTraining;
import org.ximen.settings.ConfigFile;
import org.ximen.webchat.WebChannel;

/**
 * The jobs: loops that every machine runs for itself, and shared ones that one machine at a time
 * runs for all. Streams and loops end before the web server waits for its requests.
 */
final class Jobs implements SmartLifecycle {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final Duration BEAT = Duration.ofSeconds(15);
    // At a stop, for all together; the scheduler waits twice its part, then interrupts.
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration SCHEDULER_PATIENCE = PATIENCE.dividedBy(2);
    private static final int VECTORS_AT_ONCE = 4;

    private final Own own;
    private final List<SharedJob> shared;
    private final DataSource database;
    private final InstantSource clock;
    private final List<Loop> loops = new ArrayList<>();
    private @Nullable Scheduler scheduler;

    /**
     * What each machine does for itself.
     *
     * @param alone no other machine shares the database
     */
    record Own(
            Outbox outbox,
            Library library,
            Optional<Embeddings> embeddings,
            WebChannel channel,
            List<ConfigFile<?>> files,
            CorrectionTraining training,
            List<BotJob> bots,
            StoreHealth store,
            boolean alone) {}

    Jobs(Own own, List<SharedJob> shared, DataSource database, InstantSource clock) {
        this.own = own;
        this.shared = List.copyOf(shared);
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (own.alone()) {
            own.outbox().startedAlone(now());
        }
        loops.add(Loop.start("outbox", this::drain));
        loops.add(Loop.start("library", this::follow));
        loops.add(Loop.start("streams", this::beat));
        loops.add(Loop.start("model", this::learn));
        own.embeddings().ifPresent(e -> loops.add(Loop.start("vectors", () -> fill(e))));
        own.bots().forEach(bot -> loops.addAll(bot.start(clock)));
        scheduler = scheduler(database, shared, clock);
        scheduler.start();
    }

    private Duration drain() {
        return own.outbox().begin(now()) > 0 ? SOON : OFTEN;
    }

    private Duration follow() {
        own.files().forEach(ConfigFile::refresh);
        own.library().refresh(now());
        return SECONDS;
    }

    private Duration beat() {
        own.channel().beat();
        return BEAT;
    }

    private Duration learn() {
        if (own.store().isRoomy()) {
            own.training().follow();
        }
        return BEAT;
    }

    // Vectors can wait for room on the disk.
    private Duration fill(Embeddings embeddings) {
        if (!own.store().isRoomy()) {
            return BEAT;
        }
        return embeddings.fill(VECTORS_AT_ONCE) > 0 ? Duration.ZERO : SECONDS;
    }

    /** One thread a job, so that none waits for a slow one. */
    static Scheduler scheduler(DataSource database, List<SharedJob> jobs, InstantSource clock) {
        return Scheduler.create(database)
                .startTasks(jobs.stream().map(job -> job.task(clock)).toList())
                .threads(jobs.size())
                .pollingInterval(Duration.ofSeconds(1))
                // A job whose machine died is taken up again after four missed beats.
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(SCHEDULER_PATIENCE)
                .build();
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public void stop() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        own.channel().close();
        own.bots().forEach(BotJob::stop);
        loops.forEach(Loop::hurry);
        var running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
        loops.forEach(loop -> loop.stop(until(end)));
        loops.clear();
        // A send that is cut off would be sent again.
        own.outbox().rest(until(end));
        own.bots().forEach(BotJob::release);
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
