package org.ximen.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.hsqldb.Database;
import org.hsqldb.Session;
import org.hsqldb.jdbc.JDBCConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The embedded database of a data folder: opened only when it is whole, watched while it is in use,
 * its log kept short.
 */
public final class EmbeddedStore {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final long LONGEST_LOG = 16L * 1024 * 1024;
    private static final long SMALL = 128L * 1024 * 1024;
    private static final Duration EVERY = Duration.ofHours(1);

    private final Path home;
    private final DataSource source;
    private final JdbcClient client;
    private final StoreHealth health;
    private final StoreFiles.Opener opener;
    private final PromisedTable table;
    private volatile @Nullable StoreFiles files;
    private volatile @Nullable Witness witness;
    private volatile @Nullable Database opened;
    private @Nullable Instant lastCheckpoint;

    public EmbeddedStore(Path home, DataSource source, StoreHealth health) {
        this(home, source, health, LogDisk::open);
    }

    EmbeddedStore(Path home, DataSource source, StoreHealth health, StoreFiles.Opener opener) {
        this.home = home;
        this.source = source;
        this.client = JdbcClient.create(source);
        this.health = health;
        this.opener = opener;
        this.table = new PromisedTable(client);
    }

    /**
     * Looks through the files before anything opens the database.
     *
     * @throws DamagedStore if it must not be opened
     */
    public static void check(Path home) {
        new StoreCheck(home).run();
    }

    /**
     * Opens the database and begins to watch it.
     *
     * @throws DamagedStore if it holds less than was promised
     */
    public void open() {
        try {
            var known = Witness.open(home, health);
            watch();
            compare(known.promised());
            witness = known;
        } catch (IOException | SQLException e) {
            throw new DamagedStore(BackupCopies.sentence("数据库打不开（" + e.getMessage() + "）", home));
        }
    }

    private void watch() throws SQLException, IOException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            // Pages of a mapped file that find no room on the disk would bring the process down.
            statement.execute("set files nio false");
            // Checkpoints are made from here, where their end is looked at.
            statement.execute("set files log size 0");
            var database = database(connection.unwrap(JDBCConnection.class));
            opened = database;
            var log = Path.of(database.getPath() + ".log");
            var own = new StoreFiles(database.logger.getFileAccess(), log, opener, health);
            database.logger.fileAccess = own;
            statement.execute("checkpoint");
            if (own.current().isEmpty()) {
                throw new IOException("磁盘写不进去");
            }
            files = own;
        }
    }

    private static Database database(JDBCConnection connection) {
        return ((Session) connection.getSession()).getDatabase();
    }

    /** A restored copy holds less, which whoever restored it knows. */
    private void compare(Promised known) {
        var held = table.held();
        boolean less = held.cases() < known.cases() || held.message() < known.message();
        if (less && !RestoredMark.isOn(home)) {
            var wrong =
                    "数据库少了内容：案件编号给到过 %s（第 %d 件），库里只有 %d 件"
                            .formatted(known.number(), known.cases(), held.cases());
            throw new DamagedStore(BackupCopies.sentence(wrong, home));
        }
    }

    /** Called when the tables are as this version wants them, before anything else uses them. */
    public void migrated(Db db) {
        if (RestoredMark.isOn(home)) {
            var known = witness().promised();
            db.run(() -> table.raiseFloors(new NumberFloors(db), known));
            RestoredMark.remove(home);
        }
        witness().accept(table.held().on(log().position()));
    }

    /** Hears of the numbers that are given through a door from now on. */
    public void listen(Db db) {
        db.onCaseGiven(witness()::gave);
    }

    /**
     * Looks after the database; meant to be called every second.
     *
     * @param erased something was erased that must leave the files, too
     */
    void round(boolean erased, Instant now) {
        if (health.has(StoreHealth.Part.DATABASE)) {
            reopen();
            return;
        }
        if (!log().retry()) {
            return;
        }
        lastCheckpoint = lastCheckpoint == null ? now : lastCheckpoint;
        boolean late = now.isAfter(lastCheckpoint.plus(EVERY));
        if (erased || late || log().position().kept() > LONGEST_LOG) {
            lastCheckpoint = now;
            checkpoint(erased && isSmall());
        }
        witness().saw(table.message(), log().position());
    }

    /**
     * Brings all that is committed into the data and begins a new log.
     *
     * @param whole writes the data anew, without what was erased; every row is read for it
     * @return whether it was done; the log stays where it was not, and nothing is lost
     */
    public boolean checkpoint(boolean whole) {
        var before = files().current();
        try {
            client.sql(whole ? "checkpoint defrag" : "checkpoint").update();
        } catch (DataAccessException e) {
            LOG.error("数据库整理不了，可能有读不出来的内容；日志还在，没有丢东西", e);
            return false;
        }
        boolean done = !files().current().equals(before);
        if (!done) {
            LOG.error("数据库的日志没有并入数据（磁盘可能满了）；日志还在，没有丢东西");
        }
        return done;
    }

    /** Reads every row and looks whether all that was promised is there. */
    public boolean isSound() {
        var known = witness().promised();
        var held = table.held();
        return health.trouble().isEmpty()
                && held.cases() >= known.cases()
                && held.message() >= known.message()
                && checkpoint(true);
    }

    // To write a large one anew takes long, and all wait for it; that is done before the copy of
    // the day.
    private boolean isSmall() {
        return home.resolve("db/ximen.data").toFile().length() < SMALL;
    }

    /**
     * What went wrong in memory is dropped: the files hold all that was promised. Nothing is asked
     * of the pool before, which waits long for a database whose log has a half written end.
     */
    private void reopen() {
        var before = opened;
        if (before != null) {
            before.close(Database.CLOSEMODE_IMMEDIATELY);
        }
        try {
            pool().softEvictConnections();
            check(home);
            watch();
            compare(witness().promised());
            health.settle(StoreHealth.Part.DATABASE);
        } catch (IOException | SQLException | RuntimeException e) {
            health.raise(StoreHealth.Part.DATABASE, "数据库打不开（" + e.getMessage() + "）", e);
        }
    }

    private HikariPoolMXBean pool() throws SQLException {
        return source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
    }

    /** Leaves a short log behind; the database may be used on. */
    public void close() {
        if (files != null && health.trouble().isEmpty()) {
            checkpoint(false);
        }
    }

    private StoreFiles files() {
        return Objects.requireNonNull(files, "the database is not open");
    }

    private CommitLog log() {
        return files().current().orElseThrow();
    }

    private Witness witness() {
        return Objects.requireNonNull(witness, "the database is not open");
    }
}
