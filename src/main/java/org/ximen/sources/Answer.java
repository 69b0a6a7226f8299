package org.ximen.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a site answered to one request. To be closed, so that the file goes.
 *
 * @param at which address answered
 * @param file with its content, unpacked; empty unless the status says that all is well
 */
record Answer(HttpUrl at, int status, Headers headers, Path file) implements AutoCloseable {
    @Nullable String header(String name) {
        return headers.get(name);
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
