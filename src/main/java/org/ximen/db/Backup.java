package org.ximen.db;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the embedded database, made while it is in use: {@code ximen-yyyyMMdd-HHmm.tgz}, whose
 * files belong into the folder {@code db}. PostgreSQL has means of its own.
 */
public final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Db db;
    private final Path folder;
    private final int kept;
    private final BooleanSupplier sound;

    /**
     * @param kept how many copies stay, the newest; none are made if it is 0
     */
    public Backup(Db db, Path folder, int kept) {
        this(db, folder, kept, () -> true);
    }

    /**
     * @param sound looks the database through; no copy is made, and none taken away, of a bad one
     */
    public Backup(Db db, Path folder, int kept, BooleanSupplier sound) {
        this.db = db;
        this.folder = folder;
        this.kept = kept;
        this.sound = sound;
    }

    /**
     * Makes the copy of the day if it is not there yet; meant to be called every hour. On the first
     * day, while there is no copy of a day before, each call makes the copy of the day anew: the
     * first one holds next to nothing, and would be all that there is until midnight. Where only
     * one copy is kept, no day can be told from the first, and the copy is made once a day.
     */
    public void sweep(Instant now) {
        var today = name(now).substring(0, "ximen-yyyyMMdd".length());
        var before = copies();
        var sameDay = before.stream().filter(copy -> file(copy).startsWith(today)).toList();
        boolean firstDay = kept > 1 && sameDay.size() == before.size();
        if (kept > 0 && (sameDay.isEmpty() || firstDay)) {
            if (!sound.getAsBoolean()) {
                LOG.error("数据库检查没有通过，这次不备份，以前的备份都留着：{}", folder);
                return;
            }
            var copy = make(now);
            sameDay.stream().filter(old -> !old.equals(copy)).forEach(Backup::delete);
            copies().stream().skip(kept).forEach(Backup::delete);
            LOG.info("数据库已备份：{}", copy);
        }
    }

    /** Makes a copy before the tables are changed, whatever the day has. */
    public void makeBeforeMigration(Instant now) {
        if (kept > 0) {
            LOG.info("升级前先备份：{}", make(now));
        }
    }

    /** Makes a copy, which only the owner may read, and says where it is. */
    Path make(Instant now) {
        // A copy whose machine died half-way must not pass for the one of the day.
        var half = folder.resolve("unfinished.tgz");
        try {
            OwnFolder.create(folder);
            Files.deleteIfExists(half);
            copyTo(half);
            if (!BackupCopies.isWhole(half)) {
                throw new IOException("the copy cannot be read: " + half);
            }
            return Files.move(half, folder.resolve(name(now)), REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyTo(Path file) {
        var address = file.toAbsolutePath().toString().replace("'", "''");
        db.client().sql("backup database to '" + address + "' not blocking").update();
    }

    private List<Path> copies() {
        return BackupCopies.in(folder);
    }

    private static String name(Instant now) {
        return "ximen-" + STAMP.format(now) + ".tgz";
    }

    private static String file(Path copy) {
        return copy.getFileName().toString();
    }

    private static void delete(Path copy) {
        try {
            Files.delete(copy);
        } catch (IOException e) {
            LOG.warn("an old copy stays: {}", copy, e);
        }
    }
}
