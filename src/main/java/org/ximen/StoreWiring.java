package org.ximen;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ximen.db.Backup;
import org.ximen.db.Db;
import org.ximen.db.DiskSpace;
import org.ximen.db.EmbeddedStore;
import org.ximen.db.StoreHealth;
import org.ximen.db.StoreWatch;

/** The database is looked through before its tables are changed, and watched while it is used. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {
    private static final String EMBEDDED =
            "'${spring.datasource.url}'.startsWith('jdbc:hsqldb:file')";

    @Bean
    DiskSpace diskSpace(Settings settings) {
        return new DiskSpace(settings.home(), settings.diskReserve().toBytes());
    }

    @Bean
    StoreHealth storeHealth(DiskSpace space) {
        return new StoreHealth(space::isRoomy);
    }

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    EmbeddedStore embeddedStore(Settings settings, DataSource database, StoreHealth health) {
        return new EmbeddedStore(settings.home(), database, health);
    }

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    Backup backup(Db db, Settings settings, EmbeddedStore store) {
        return copies(db, settings, store);
    }

    private static Backup copies(Db db, Settings settings, EmbeddedStore store) {
        var folder = settings.home().resolve("backup");
        return new Backup(db, folder, settings.backups(), store::isSound);
    }

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    FlywayMigrationStrategy checkedMigration(
            EmbeddedStore store, DataSource database, Settings settings, InstantSource clock) {
        return flyway -> {
            store.open();
            var db = door(database);
            if (isUpgrade(flyway)) {
                copies(db, settings, store).makeBeforeMigration(clock.instant());
            }
            flyway.migrate();
            store.migrated(db);
        };
    }

    private static boolean isUpgrade(Flyway flyway) {
        var known = flyway.info();
        return known.current() != null && known.pending().length > 0;
    }

    private static Db door(DataSource database) {
        return new Db(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Bean
    StoreWatch storeWatch(
            Db db, StoreHealth health, DiskSpace space, Optional<EmbeddedStore> embedded) {
        return new StoreWatch(db, health, space, embedded);
    }

    @Bean
    HealthIndicator storeHealthIndicator(StoreHealth health) {
        return () ->
                health.trouble()
                        .map(why -> Health.down().withDetail("why", why).build())
                        .orElseGet(() -> Health.up().build());
    }

    @Bean
    Watching storeWatching(StoreWatch watch, InstantSource clock) {
        return new Watching(watch, clock);
    }

    /** Begins before all that promises something, and ends after it. */
    static final class Watching implements SmartLifecycle {
        private static final int FIRST = -1000;
        private static final Duration PATIENCE = Duration.ofSeconds(1);

        private final StoreWatch watch;
        private final InstantSource clock;
        private @Nullable Loop loop;

        Watching(StoreWatch watch, InstantSource clock) {
            this.watch = watch;
            this.clock = clock;
        }

        @Override
        public void start() {
            watch.round(clock.instant());
            loop = Loop.start("store", this::round);
        }

        private Duration round() {
            watch.round(clock.instant());
            return Duration.ofSeconds(1);
        }

        @Override
        public void stop() {
            var running = loop;
            loop = null;
            if (running != null) {
                running.hurry();
                running.stop(PATIENCE);
                watch.close();
            }
        }

        @Override
        public boolean isRunning() {
            return loop != null;
        }

        @Override
        public int getPhase() {
            return FIRST;
        }
    }
}
