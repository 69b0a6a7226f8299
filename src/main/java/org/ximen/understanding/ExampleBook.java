package org.ximen.understanding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The examples that models learn from: those that ship, and those of the street. */
final class ExampleBook {
    /** One file an author. */
    static final List<String> AUTHORS =
            List.of(
                    "old_residents",
                    "young_residents",
                    "merchants",
                    "in_the_middle",
                    "danger_and_rare",
                    "workers",
                    "educated",
                    "families",
                    "market_and_office",
                    "easily_mistaken",
                    "rarely_heard",
                    "lane_people",
                    "danger_and_daily",
                    "shop_and_rent",
                    "next_thing_said",
                    "street_eyes",
                    "after_receipt",
                    "questions_that_sound_otherwise",
                    "it_is_over",
                    "water_and_taken",
                    "just_happened",
                    "english_people",
                    "asked_or_over",
                    "about_own_case",
                    "behind_an_answer",
                    "asked_in_the_middle",
                    "english_own_case",
                    "life_and_care",
                    "english_everyday",
                    "while_reporting",
                    "english_pairs",
                    "pairs_and_plain",
                    "afterwards_and_situations",
                    // a thing that is named alone may be asked about as well as reported
                    "bare_topics",
                    "first",
                    // those of first, with who asks and polite words around them
                    "introduced");

    // Counted up when the same examples give another model.
    private static final String WAY = "6";

    private ExampleBook() {}

    /** Those that ship with the product. */
    static List<Example> shipped() {
        var all = new ArrayList<Example>();
        for (var author : AUTHORS) {
            var name = "examples/" + author + ".jsonl";
            try (var in = ExampleBook.class.getResourceAsStream(name)) {
                all.addAll(
                        ExampleFile.read(
                                author,
                                new InputStreamReader(
                                        Objects.requireNonNull(in, name), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /**
     * Those of the street; none where there is no such file.
     *
     * @throws BadExample if a line cannot be used
     */
    static List<Example> ofStreet(@Nullable Path file) {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try (var reader = Files.newBufferedReader(file)) {
            return ExampleFile.read("street", reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells sets of examples, and ways of learning from them, apart. */
    static String key(List<Example> examples, String encoder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((WAY + "\n" + encoder + "\n").getBytes(StandardCharsets.UTF_8));
            for (var example : examples) {
                digest.update((example.canonical() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
