package org.ximen.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of words that stand in a properties file beside a class, so that whoever knows better words
 * adds them there: a key, and its words apart by blanks, {@code _} for a blank. How words go
 * together is grammar, and stays with the class.
 */
public final class WordLists {
    private final Properties words = new Properties();
    private final String file;

    private WordLists(String file) {
        this.file = file;
    }

    /**
     * The lists of a file in UTF-8; that it is missing is a mistake of the program.
     *
     * @param home class in whose package the file stands
     */
    public static WordLists beside(Class<?> home, String file) {
        var lists = new WordLists(file);
        try (var in = Objects.requireNonNull(home.getResourceAsStream(file), file)) {
            lists.words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    /** The line under a key as it stands, where it is one phrase that is shown to people. */
    public Optional<String> line(String key) {
        return Optional.ofNullable(words.getProperty(key)).map(String::strip);
    }

    /**
     * The words under a key; a key that is not in the file is a mistake of the program.
     *
     * @throws IllegalStateException if there is no word under it
     */
    public List<String> list(String key) {
        var line = Objects.requireNonNull(words.getProperty(key), () -> file + ": " + key);
        if (line.isBlank()) {
            throw new IllegalStateException(file + ": no word under " + key);
        }
        return Stream.of(line.strip().split("\\s+")).map(word -> word.replace('_', ' ')).toList();
    }

    /** The keys of all lists, in no order. */
    public Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** The words under a key with what each stands for: {@code gate=大门}. */
    public Map<String, String> pairs(String key) {
        return list(key).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** A group that matches any of these patterns, the longest first. */
    public static String alternatives(Stream<String> patterns) {
        return patterns.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A group that matches any word of the keys, the longest first where they begin alike. */
    public String any(String... keys) {
        var byFirst =
                Stream.of(keys)
                        .flatMap(key -> list(key).stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(
                                Collectors.groupingBy(
                                        word -> word.substring(0, 1),
                                        TreeMap::new,
                                        Collectors.toList()));
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
    public String characters(String key) {
        return String.join("", list(key));
    }
}
