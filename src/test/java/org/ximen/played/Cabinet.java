package org.ximen.played;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Files that people sent. */
final class Cabinet {
    private static final int MOST = 20 << 20;
    private static final Duration VALID = Duration.ofHours(1);

    private final InstantSource clock;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Shelf> paths = new HashMap<>();

    private record Shelf(String fileId, Instant until) {}

    Cabinet(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String put(byte[] bytes) {
        var id = "AgAC-file-" + count.incrementAndGet();
        files.put(id, bytes);
        return id;
    }

    synchronized boolean has(String fileId) {
        return files.containsKey(fileId);
    }

    /** Forgets all files, as nobody promises that it will not. */
    synchronized void clear() {
        files.clear();
    }

    synchronized ObjectNode get(String fileId) {
        var bytes = files.get(fileId);
        if (bytes == null) {
            throw Refusal.bad("wrong file_id or the file is temporarily unavailable");
        }
        if (bytes.length > MOST) {
            throw Refusal.bad("file is too big");
        }
        var path = "photos/file_" + count.incrementAndGet() + ".jpg";
        paths.put(path, new Shelf(fileId, clock.instant().plus(VALID)));
        return Arguments.JSON
                .createObjectNode()
                .put("file_id", fileId)
                .put("file_unique_id", "u" + fileId)
                .put("file_size", bytes.length)
                .put("file_path", path);
    }

    synchronized byte[] read(String path) {
        var shelf = paths.get(path);
        if (shelf == null || clock.instant().isAfter(shelf.until())) {
            throw Refusal.notFound("");
        }
        return Objects.requireNonNull(files.get(shelf.fileId()));
    }
}
