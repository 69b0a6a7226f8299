package org.ximen.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.ximen.db.Db;

/**
 * An HSQLDB with the product's own settings, which can be ended as a power cut ends it: what comes
 * back has what the files hold at that moment, and nothing of the memory.
 */
final class MortalDatabase implements AutoCloseable {
    private static final String AS_THE_PRODUCT =
            ";hsqldb.full_log_replay=true;hsqldb.nio_data_file=false";

    private static final int TRIES = 100;

    private Path folder;
    private HikariDataSource source;

    MortalDatabase() {
        try {
            this.folder = TestDatabase.migratedFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.source = TestDatabase.pool(TestDatabase.at(folder) + AS_THE_PRODUCT);
        // Else the files say what other tests want, whose databases lose the last half second.
        db().client().sql("set files write delay false").update();
    }

    Db db() {
        return TestDatabase.db(source);
    }

    /**
     * Ends it; {@link #db} is what comes back.
     *
     * @param users who had it open; nothing that they still do is kept
     */
    void cut(Bot users) {
        var left = left();
        users.close();
        close();
        folder = left;
        source = TestDatabase.pool(TestDatabase.at(folder) + AS_THE_PRODUCT);
    }

    /** A copy of the files as they were at one moment. */
    private Path left() {
        for (int i = 0; i < TRIES; i++) {
            var before = stand();
            var left = Folders.fresh("ximen-cut");
            Folders.copy(folder, left);
            if (stand().equals(before)) {
                return left;
            }
        }
        throw new AssertionError("something is always written to " + folder);
    }

    private Map<Path, String> stand() {
        try (var files = Files.list(folder)) {
            return files.collect(Collectors.toMap(file -> file, MortalDatabase::stand));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stand(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Writes nothing; else what was cut off would stay in this JVM's memory.
        db().client().sql("shutdown immediately").update();
        source.close();
    }
}
