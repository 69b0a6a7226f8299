package org.ximen;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.NotKept;

/**
 * A job that one machine at a time runs for all, as a task of its own: one that fails, or takes
 * long, keeps no other waiting.
 *
 * @param name of the task in the database
 * @param every how long it rests between the end of one run and the next
 */
record SharedJob(String name, Duration every, Consumer<Instant> work) {
    private static final Logger LOG = LoggerFactory.getLogger(SharedJob.class);

    RecurringTask<Void> task(InstantSource clock) {
        return Tasks.recurring(name, FixedDelay.of(every))
                .execute((instance, context) -> work(clock.instant()));
    }

    private void work(Instant now) {
        try {
            work.accept(now);
        } catch (NotKept e) {
            // Told once where it was noticed; the job is run again.
            LOG.debug("job {} waits until the store keeps again", name, e);
        }
    }
}
