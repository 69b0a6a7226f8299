package org.ximen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A folder under {@code target} that the first JVM of a build makes and all of them read. */
final class KeptFolder {
    private static final String COMPLETE = ".complete";

    private KeptFolder() {}

    /** Fills an empty folder. */
    interface Maker {
        void into(Path folder) throws IOException;
    }

    /** The one of a version, made if it is not there; those of other versions are deleted. */
    static Path of(String kind, String version, Maker maker) {
        var kept = Path.of("target", kind).toAbsolutePath();
        var folder = kept.resolve(version);
        var complete = kept.resolve(version + COMPLETE);
        try {
            Files.createDirectories(kept);
            try (var lock =
                    FileChannel.open(
                            kept.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.exists(complete)) {
                    empty(kept);
                    maker.into(Files.createDirectory(folder));
                    Files.createFile(complete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void empty(Path kept) throws IOException {
        for (var file : files(kept)) {
            if (!file.endsWith("lock")) {
                FileSystemUtils.deleteRecursively(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
