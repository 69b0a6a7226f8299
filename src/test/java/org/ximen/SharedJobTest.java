package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.TestDatabase;

class SharedJobTest {
    private final CountDownLatch reached = new CountDownLatch(2);
    private final CountDownLatch end = new CountDownLatch(1);

    private static SharedJob job(String name, Consumer<Instant> work) {
        return new SharedJob(name, Duration.ofHours(1), work);
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatFailsOrTakesLongHoldsUpNoOther(TestDatabase database) throws Exception {
        run(
                TestDatabase.dataSource(database.address()),
                job(
                        "photos",
                        now -> {
                            throw new UncheckedIOException(new IOException("read-only"));
                        }),
                job(
                        "cases",
                        now -> {
                            throw new StackOverflowError();
                        }),
                job("web", now -> waitForTheEnd()));
    }

    @ParameterizedTest
    @EnumSource
    void tasksThatAnOlderVersionLeftStopNothing(TestDatabase database) throws Exception {
        var source = TestDatabase.dataSource(database.address());
        TestDatabase.db(source)
                .client()
                .sql(
                        """
                        insert into scheduled_tasks
                            (task_name, task_instance, execution_time, picked, version)
                        values ('hour', 'recurring', timestamp '2026-01-01 00:00:00', false, 1),
                               ('web', 'recurring', timestamp '2026-01-01 00:00:00', false, 7)
                        """)
                .update();
        run(source, job("web", now -> {}));
        var left =
                TestDatabase.db(source)
                        .client()
                        .sql("select count(*) from scheduled_tasks where task_name = 'web'")
                        .query(Long.class)
                        .single();
        assertThat(left).isOne();
    }

    private void run(DataSource source, SharedJob... others) throws InterruptedException {
        var jobs = new ArrayList<>(List.of(others));
        jobs.add(job("holdings", now -> reached.countDown()));
        jobs.add(job("backup", now -> reached.countDown()));
        var scheduler = Jobs.scheduler(source, jobs, InstantSource.system());
        try {
            scheduler.start();
            assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            end.countDown();
            scheduler.stop();
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
