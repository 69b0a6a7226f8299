package org.ximen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Vectors of the examples that ship, which take a minute to make, kept from one run to the next.
 */
public final class KeptVectors {
    private static final Path KEPT = Path.of("target", "understanding");

    private KeptVectors() {}

    /** Puts those that are known under the product's home. */
    public static void into(Path home) throws IOException {
        copy(KEPT, home.resolve("understanding"));
    }

    /** Keeps those of a home. */
    public static void from(Path home) throws IOException {
        copy(home.resolve("understanding"), KEPT);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (var files = Files.newDirectoryStream(from, "vectors-*")) {
            for (var file : files) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName().toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
