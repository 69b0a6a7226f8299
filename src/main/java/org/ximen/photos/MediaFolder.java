package org.ximen.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.db.NotKept;

/** The files: {@code media/xx/<id>.jpg}, xx being the first two digits of the id. */
final class MediaFolder {
    private static final String ENDING = ".jpg";

    private final Path folder;

    MediaFolder(Path folder) {
        this.folder = folder;
    }

    /** Written under another name and moved, so that a name never stands for half a picture. */
    void write(String id, byte[] jpeg) {
        var file = file(id);
        var half = file.resolveSibling(id + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (var out =
                    FileChannel.open(
                            half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(jpeg);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            half.toFile().delete();
            throw new NotKept("照片写不进磁盘（" + e.getMessage() + "）", e);
        }
    }

    Optional<byte[]> read(String id) {
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The two-digit folders there are. */
    List<String> shards() {
        return names(folder);
    }

    /** Deletes the files of one shard that are older than an instant and not among those known. */
    int deleteStrangers(String shard, Set<String> known, Instant before) {
        int deleted = 0;
        for (var name : names(folder.resolve(shard))) {
            var file = folder.resolve(shard).resolve(name);
            if (!known.contains(name.replaceFirst("\\..*", "")) && older(file, before)) {
                deleted += file.toFile().delete() ? 1 : 0;
            }
        }
        return deleted;
    }

    private static boolean older(Path file, Instant before) {
        return file.toFile().lastModified() < before.toEpochMilli();
    }

    private static List<String> names(Path of) {
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (var files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id + ENDING);
    }
}
