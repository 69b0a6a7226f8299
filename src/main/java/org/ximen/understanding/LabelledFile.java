package org.ximen.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Words with their labels, from which a {@link LabelModel} learns: {@code label}, a tab and the
 * words in each line of a file beside a class; lines that begin with # are remarks.
 */
public final class LabelledFile {
    private final String text;

    /** A line. */
    public record Line(String label, String words) {}

    private LabelledFile(String text) {
        this.text = text;
    }

    /** Reads the file of this name beside a class. */
    public static LabelledFile beside(Class<?> owner, String name) {
        try (var in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new LabelledFile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines, as they stand there. */
    public List<Line> lines() {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .map(parts -> new Line(parts[0], parts[1]))
                .toList();
    }

    /** Tells sets of examples, and encoders, apart. */
    public String key(String encoder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((encoder + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
