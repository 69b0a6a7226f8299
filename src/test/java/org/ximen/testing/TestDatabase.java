package org.ximen.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ximen.db.Db;

/**
 * A fresh, migrated, real database of either kind. Use: {@code @ParameterizedTest @EnumSource} with
 * a parameter of this type.
 */
public enum TestDatabase {
    HSQLDB {
        @Override
        String newAddress() throws IOException {
            var folder = Files.createTempDirectory("ximen-hsqldb");
            folder.toFile().deleteOnExit();
            return "jdbc:hsqldb:file:"
                    + folder
                    + "/db;hsqldb.tx=mvcc;hsqldb.write_delay=false;"
                    + "hsqldb.default_table_type=cached;hsqldb.lock_file=false;sql.syntax_pgs=true";
        }
    },
    POSTGRESQL {
        @Override
        String newAddress() throws SQLException {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Server.POSTGRES.getJdbcUrl("postgres", name);
        }
    };

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "400")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    abstract String newAddress() throws IOException, SQLException;

    /** JDBC address of a new, empty, unmigrated database. */
    public String address() {
        try {
            return newAddress();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new migrated database. */
    public Db open() {
        return db(dataSource(address()));
    }

    /** The database at an address, migrated if it is not yet. */
    public static DataSource dataSource(String address) {
        var config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(8);
        // Pools live as long as the tests, so what one test does not use must go to the next.
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        if (address.contains("hsqldb")) {
            config.setUsername("SA");
        }
        var source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** The door to SQL over a data source. */
    public static Db db(DataSource source) {
        return new Db(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)));
    }
}
