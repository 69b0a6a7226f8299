package org.ximen.district;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which people here speak of places, from {@code place-words.properties}. */
final class PlaceWords {
    private final Properties words = new Properties();

    PlaceWords() {
        try (Reader file = open()) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open() {
        var file = PlaceWords.class.getResourceAsStream("place-words.properties");
        return new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8);
    }

    /**
     * The words under a key, {@code _} for a blank; a key that is not in the file is a mistake of
     * the program.
     */
    List<String> list(String key) {
        var line = Objects.requireNonNull(words.getProperty(key), key);
        return Stream.of(line.strip().split("\\s+")).map(word -> word.replace('_', ' ')).toList();
    }

    /** The words under a key with what each stands for: {@code gate=大门}. */
    Map<String, String> pairs(String key) {
        return list(key).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** A group that matches any of these, the longest first. */
    static String alternatives(Stream<String> patterns) {
        return patterns.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A group that matches any word of the keys, the longest first where they begin alike. */
    String any(String... keys) {
        var byFirst =
                Stream.of(keys)
                        .flatMap(key -> list(key).stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(Collectors.groupingBy(word -> word.substring(0, 1)));
        return byFirst.entrySet().stream()
                .map(entry -> entry.getKey() + rest(entry.getValue()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String rest(List<String> words) {
        return words.stream()
                .map(word -> word.substring(1))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The characters of a key, for use inside a character class. */
    String characters(String key) {
        return String.join("", list(key));
    }
}
