package org.ximen.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mark in the data folder that an older copy of the database was put there on purpose. */
final class RestoredMark {
    private static final String NAME = "restored";

    private RestoredMark() {}

    static boolean isOn(Path home) {
        return Files.exists(home.resolve(NAME));
    }

    static void set(Path home) throws IOException {
        Files.writeString(home.resolve(NAME), "");
    }

    static void remove(Path home) {
        try {
            Files.deleteIfExists(home.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
