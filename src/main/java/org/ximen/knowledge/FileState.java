package org.ximen.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a file and the one beside it look from outside.
 *
 * @param size of both, in bytes
 * @param modified the later of both
 * @param hash of their content
 */
record FileState(long size, Instant modified, String hash) {
    static final FileState NONE = new FileState(0, Instant.EPOCH, "");
    private static final long MOST_TO_HASH = 20L << 20;

    static FileState of(Path file) throws IOException {
        var beside = beside(file);
        var own = new FileState(Files.size(file), modified(file), "");
        return beside == null ? own : own.and(Files.size(beside), modified(beside));
    }

    private FileState and(long more, Instant other) {
        var later = modified.isAfter(other) ? modified : other;
        return new FileState(size + more, later, hash);
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** The file beside it that names kind, title and the like; null if there is none. */
    static @Nullable Path beside(Path file) {
        var beside = file.resolveSibling(file.getFileName() + Reception.BESIDE);
        return Files.isRegularFile(beside) ? beside : null;
    }

    /** Whether nothing can be seen to have changed. */
    boolean looksLike(FileState other) {
        return size == other.size && modified.equals(other.modified);
    }

    /** With the content's name; what is too large to be read is named by its looks. */
    FileState withHash(Path file) throws IOException {
        if (size > MOST_TO_HASH) {
            return new FileState(size, modified, size + " " + modified);
        }
        var beside = beside(file);
        var more = beside == null ? "" : Hashes.of(Files.readAllBytes(beside));
        return new FileState(size, modified, Hashes.of(Files.readAllBytes(file)) + more);
    }
}
