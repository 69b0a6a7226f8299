package org.ximen.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last model that was learnt here, by its key; only hashes and weights are on the disk. */
final class ModelFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);
    private static final String PREFIX = "model-";
    private static final String SUFFIX = ".bin";

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    private Path file(String key) {
        return folder.resolve(PREFIX + key + SUFFIX);
    }

    /** The model of a key; null if it is not here or cannot be read. */
    @Nullable ReadingModel find(String key) {
        var file = file(key);
        if (!Files.exists(file)) {
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            var model = ReadingModel.read(in);
            return model.key().equals(key) ? model : null;
        } catch (IOException | RuntimeException e) { // half written, or damaged
            LOG.warn("{} cannot be read, the model is learnt again", file, e);
            return null;
        }
    }

    /** Keeps a model, whole or not at all. */
    void keep(ReadingModel model) {
        try {
            Files.createDirectories(folder);
            var half = Files.createTempFile(folder, PREFIX, ".half");
            try (var out = Files.newOutputStream(half)) {
                model.write(out);
            }
            Files.move(half, file(model.key()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes every model but this: what was learnt from words that were erased goes. */
    void dropOthers(String key) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName());
                if (name.startsWith(PREFIX) && !file.equals(file(key))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
