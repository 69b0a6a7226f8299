package org.ximen.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the files of the embedded database before it is opened. The database itself would
 * skip what it cannot read of its log, and take the log away.
 */
final class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);
    private static final String STATE = "modified";

    private final Path home;
    private final Path log;
    private final Path properties;

    StoreCheck(Path home) {
        this.home = home;
        this.log = home.resolve("db/ximen.log");
        this.properties = home.resolve("db/ximen.properties");
    }

    /**
     * Takes away the end that a power cut left half written.
     *
     * @throws DamagedStore if anything else is damaged
     */
    void run() {
        try {
            boolean logged = Files.isRegularFile(log) && Files.size(log) > 0;
            if (isModified(logged) && logged) {
                check(LogReading.of(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the log will be replayed. Where the note about it is lost or late, it must be; the
     * database does so where there is no note.
     */
    private boolean isModified(boolean logged) throws IOException {
        var state = state();
        boolean late = logged && state.equals("no");
        if (late || (state.isEmpty() && Files.deleteIfExists(properties))) {
            LOG.warn("数据库的日志还没有并入数据，启动时并入");
            Files.deleteIfExists(properties);
            return true;
        }
        return state.isEmpty() || state.equals("yes");
    }

    private String state() throws IOException {
        var all = new Properties();
        if (Files.isRegularFile(properties)) {
            try (var bytes = Files.newInputStream(properties)) {
                all.load(bytes);
            } catch (IllegalArgumentException e) {
                LOG.warn("{} is not readable", properties, e);
            }
        }
        return all.getProperty(STATE, "");
    }

    private void check(LogReading reading) throws IOException {
        var known = Witness.read(home).log();
        // A copy that was put back holds the same log up to the day of the copy.
        boolean sameLog = reading.first().equals(known.first()) && !RestoredMark.isOn(home);
        boolean lost = sameLog && reading.end() < known.kept();
        if (reading.isDamaged() || lost) {
            throw new DamagedStore(BackupCopies.sentence("数据库的日志 " + log + " 损坏了，有内容读不出来", home));
        }
        if (reading.end() < reading.size()) {
            LOG.warn("数据库的日志末尾有 {} 字节没有写完（没有答应过的），去掉了", reading.size() - reading.end());
            cut(reading.end());
        }
    }

    private void cut(long length) throws IOException {
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }
}
