package org.ximen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.ximen.knowledge.Library;

/** The sample knowledge, read once for all tests of this JVM and indexed once for all JVMs. */
final class SampleKnowledge {
    private static final Path FOLDER = Path.of("knowledge");
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final List<Path> SOURCES =
            List.of(FOLDER, Path.of("config"), Path.of("target", "classes"));

    /** A library that has read every file, for others to begin with. */
    static final Library READ = read();

    private SampleKnowledge() {}

    /** The folder of an index made from the sample knowledge and the product as both are now. */
    static Path index(KeptFolder.Maker maker) {
        return KeptFolder.of("sample-index", version(), maker);
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var source : SOURCES) {
                for (var file : files(source)) {
                    digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Library read() {
        var library = new Library(copy(), TestDatabase.HSQLDB.open(), new Office.NoIndex());
        library.refresh(Instant.parse(Street.MONDAY));
        return library;
    }

    /** Files older than the tests' clocks: younger ones would be read at every look. */
    private static Path copy() {
        try {
            var copy = Files.createTempDirectory("ximen-knowledge");
            for (var file : files(FOLDER)) {
                var to = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
                Files.setLastModifiedTime(to, WRITTEN);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
