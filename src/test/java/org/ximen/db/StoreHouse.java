package org.ximen.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An embedded database as the product opens it, on a data folder. */
record StoreHouse(
        Path home, HikariDataSource source, Db db, StoreHealth health, EmbeddedStore store)
        implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    private static final String OPTIONS =
            ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.default_table_type=cached;"
                    + "hsqldb.lock_file=false;hsqldb.full_log_replay=true;"
                    + "hsqldb.nio_data_file=false;sql.syntax_pgs=true";

    static StoreHouse open(Path home) {
        return open(home, LogDisk::open);
    }

    static StoreHouse open(Path home, StoreFiles.Opener opener) {
        EmbeddedStore.check(home);
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:hsqldb:file:" + home.resolve("db/ximen") + OPTIONS);
        config.setUsername("SA");
        config.setMaximumPoolSize(4);
        var source = new HikariDataSource(config);
        try {
            var health = new StoreHealth();
            var store = new EmbeddedStore(home, source, health, opener);
            store.open();
            Flyway.configure().dataSource(source).load().migrate();
            store.migrated(door(source, new StoreHealth()));
            return new StoreHouse(home, source, door(source, health), health, store);
        } catch (RuntimeException e) {
            shut(source);
            throw e;
        }
    }

    private static Db door(HikariDataSource source, StoreHealth health) {
        return new Db(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                health);
    }

    StoreWatch watch() {
        return new StoreWatch(db, health, new DiskSpace(home, 0), Optional.of(store));
    }

    void note(String words) {
        db.run(() ->
                db.client()
                        .sql(
                                """
                                insert into staff_audit (who, what, on_what, done_at)
                                values ('x', 'y', ?, current_timestamp)
                                """)
                        .param(words)
                        .update());
    }

    long notes() {
        return db.client().sql("select count(*) from staff_audit").query(Long.class).single();
    }

    /** What a power cut leaves, in a folder of its own. */
    Path afterPowerCut(Path folder) throws IOException {
        copy(home.resolve("db"), Files.createDirectories(folder.resolve("db")));
        copy(home, folder);
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    Path log() {
        return home.resolve("db/ximen.log");
    }

    @Override
    public void close() {
        shut(source);
    }

    private static void shut(HikariDataSource source) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (java.sql.SQLException e) {
            // It never opened.
        }
        source.close();
    }
}
