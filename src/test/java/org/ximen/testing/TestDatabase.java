package org.ximen.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
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
            return at(newFolder());
        }

        @Override
        String copyAddress() throws IOException {
            // What is tested here has no power cuts; those are for the running product.
            return at(migratedFolder()).replace("write_delay=false", "write_delay=true");
        }
    },
    POSTGRESQL {
        @Override
        String newAddress() throws SQLException {
            return created("");
        }

        @Override
        String copyAddress() throws SQLException {
            return created(" template " + MigratedTemplate.POSTGRESQL);
        }
    };

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "400")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What new databases are copied from, migrated once: seventeen steps take a second. */
    private static final class MigratedFolder {
        static final Path HSQLDB = made();

        private static Path made() {
            try {
                var folder = newFolder();
                migrate(at(folder), "SA");
                try (var connection = DriverManager.getConnection(at(folder), "SA", "");
                        var statement = connection.createStatement()) {
                    // kept in the files, whatever the address says afterwards
                    statement.execute("set files write delay true");
                    statement.execute("shutdown");
                }
                return folder;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same on the server, which copies only what nobody is connected to. */
    private static final class MigratedTemplate {
        static final String POSTGRESQL = made();

        private static String made() {
            try {
                var address = created("");
                migrate(address, "postgres");
                return address.replaceAll(".*/(\\w+).*", "$1");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void migrate(String address, String user) {
        Flyway.configure().dataSource(address, user, "").load().migrate();
    }

    /** A folder of a new, migrated HSQLDB that nobody has open. */
    static Path migratedFolder() throws IOException {
        var folder = newFolder();
        Folders.copy(MigratedFolder.HSQLDB, folder);
        return folder;
    }

    abstract String newAddress() throws IOException, SQLException;

    abstract String copyAddress() throws IOException, SQLException;

    private static Path newFolder() throws IOException {
        var folder = Files.createTempDirectory("ximen-hsqldb");
        folder.toFile().deleteOnExit();
        return folder;
    }

    /** The address of an HSQLDB that has its files in a folder. */
    static String at(Path folder) {
        return "jdbc:hsqldb:file:"
                + folder
                + "/db;hsqldb.tx=mvcc;hsqldb.write_delay=false;"
                + "hsqldb.default_table_type=cached;hsqldb.lock_file=false;sql.syntax_pgs=true";
    }

    private static String created(String how) throws SQLException {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

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
        try {
            return db(pool(copyAddress()));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database at an address, migrated if it is not yet. */
    public static DataSource dataSource(String address) {
        var source = pool(address);
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    static HikariDataSource pool(String address) {
        var config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(8);
        // Pools live as long as the tests, so what one test does not use must go to the next.
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        if (address.contains("hsqldb")) {
            config.setUsername("SA");
        }
        return new HikariDataSource(config);
    }

    /** The door to SQL over a data source. */
    public static Db db(DataSource source) {
        return new Db(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)));
    }
}
