package org.ximen.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The examples from which it is learnt what a question wants to know of a place. */
final class FactExamples {
    private static final String FILE = "facts.tsv";

    private FactExamples() {}

    /**
     * One of them.
     *
     * @param words with {@link PlaceQuestion#PLACE} and {@link PlaceQuestion#DAY} for what is asked
     */
    record FactExample(FactWanted fact, String words) {}

    static List<FactExample> shipped() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .map(parts -> new FactExample(fact(parts[0]), parts[1]))
                .toList();
    }

    private static FactWanted fact(String label) {
        return FactWanted.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private static String text() {
        try (var in = Objects.requireNonNull(FactExamples.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells sets of examples, and encoders, apart. */
    static String key(String encoder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((encoder + "\n" + text()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
