package org.ximen;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.outbox.Outbox;
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
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int VECTORS_AT_ONCE = 4;

    private final Own own;
    private final Shared shared;
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
            Optional<BotJob> bot,
            boolean alone) {}

    /**
     * What one machine does for all.
     *
     * @param web asks sites outside, which may take long and must keep nobody waiting
     */
    record Shared(
            Consumer<Instant> everySecond,
            Consumer<Instant> everyMinute,
            Consumer<Instant> everyHour,
            Consumer<Instant> web) {}

    Jobs(Own own, Shared shared, DataSource database, InstantSource clock) {
        this.own = own;
        this.shared = shared;
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
        own.embeddings().ifPresent(e -> loops.add(Loop.start("vectors", () -> fill(e))));
        own.bot().ifPresent(bot -> loops.addAll(bot.start(clock)));
        scheduler = scheduler();
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

    private static Duration fill(Embeddings embeddings) {
        return embeddings.fill(VECTORS_AT_ONCE) > 0 ? Duration.ZERO : SECONDS;
    }

    private Scheduler scheduler() {
        return Scheduler.create(database)
                .startTasks(
                        task("second", Duration.ofSeconds(1), shared.everySecond()),
                        task("minute", Duration.ofMinutes(1), shared.everyMinute()),
                        task("hour", Duration.ofHours(1), shared.everyHour()),
                        task("web", Duration.ofSeconds(1), shared.web()))
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                // A job whose machine died is taken up again after four missed beats.
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(PATIENCE)
                .build();
    }

    private RecurringTask<Void> task(String name, Duration every, Consumer<Instant> job) {
        return Tasks.recurring(name, FixedDelay.of(every))
                .execute((instance, context) -> job.accept(now()));
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public void stop() {
        own.channel().close();
        own.bot().ifPresent(BotJob::stop);
        loops.forEach(Loop::hurry);
        var running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
        loops.forEach(loop -> loop.stop(PATIENCE));
        loops.clear();
        // A send that is cut off would be sent again.
        own.outbox().rest(PATIENCE);
        own.bot().ifPresent(BotJob::release);
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
