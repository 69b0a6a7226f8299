package org.ximen.db;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.hsqldb.lib.tar.TarMalformatException;
import org.hsqldb.lib.tar.TarReader;

/** Puts a copy of the embedded database in the place of the one that is there. */
public final class RestoredCopy {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private RestoredCopy() {}

    /**
     * Unpacks the copy first and swaps folders last. Nobody may use the data folder meanwhile.
     *
     * @return where the database that was there lies now; the copy's place if there was none
     * @throws DamagedStore if the copy is none, or cannot be read to its end; nothing was changed
     */
    public static Path put(Path copy, Path home, Instant now) throws IOException {
        var fresh = home.resolve("db-restoring");
        unpack(copy, fresh);
        var db = home.resolve("db");
        var aside = Files.exists(db) ? home.resolve("db-" + STAMP.format(now)) : db;
        RestoredMark.set(home);
        if (!aside.equals(db)) {
            Files.move(db, aside);
        }
        Files.move(fresh, db);
        return aside;
    }

    private static void unpack(Path copy, Path folder) throws IOException {
        if (!Files.isRegularFile(copy) || !BackupCopies.isWhole(copy)) {
            throw new DamagedStore("备份 " + copy + " 不存在，或者读不完整；数据没有动过。");
        }
        empty(folder);
        OwnFolder.create(folder);
        try {
            new TarReader(copy.toFile(), TarReader.EXTRACT_MODE, null, null, folder.toFile())
                    .read();
        } catch (TarMalformatException e) {
            throw new IOException(e);
        }
        if (!Files.exists(folder.resolve("ximen.script"))) {
            throw new DamagedStore(copy + " 不是数据库的备份；数据没有动过。");
        }
    }

    /** What an attempt that was broken off left. */
    private static void empty(Path folder) throws IOException {
        var left = folder.toFile().listFiles();
        for (var file : left == null ? new File[0] : left) {
            Files.delete(file.toPath());
        }
    }
}
