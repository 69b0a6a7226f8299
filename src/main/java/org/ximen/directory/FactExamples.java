package org.ximen.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The examples from which it is learnt what a question wants to know of a place. */
final class FactExamples {
    private static final String FILE = "facts.tsv";
    // Joins the facts of words that ask for two.
    private static final String AND = "+";

    private FactExamples() {}

    /**
     * One of them.
     *
     * @param facts at least one, the first first
     * @param words with {@link AskedClause#PLACE}, {@link AskedClause#DAY} and {@link
     *     AskedClause#TIME} for what is asked
     */
    record FactExample(List<FactWanted> facts, String words) {
        /** The facts in one word, as they are learnt. */
        String label() {
            return facts.stream().map(FactWanted::name).collect(Collectors.joining(AND));
        }

        boolean asksOfAPlace() {
            return facts.stream().noneMatch(fact -> fact == FactWanted.NONE || fact.isOfNoPlace());
        }
    }

    static List<FactExample> shipped() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .map(parts -> new FactExample(facts(parts[0]), parts[1]))
                .toList();
    }

    /** What a label stands for. */
    static List<FactWanted> facts(String label) {
        return Arrays.stream(label.toUpperCase(Locale.ROOT).split(Pattern.quote(AND)))
                .map(FactWanted::valueOf)
                .toList();
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
