package org.ximen.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What English words there are, and which of them people say whatever they want. */
final class EnglishDictionary {
    private static final String FILE = "english-words.txt";

    private final Set<String> common = new HashSet<>();
    private final Set<String> all = new HashSet<>();

    /** As it ships. */
    static EnglishDictionary read() {
        var file = Objects.requireNonNull(EnglishDictionary.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var dictionary = new EnglishDictionary();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(dictionary::add);
            return dictionary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // +hello tells nothing of the matter, hemp does.
    private void add(String line) {
        var word = line.substring(line.startsWith("+") ? 1 : 0);
        all.add(word);
        if (word.length() < line.length()) {
            common.add(word);
        }
    }

    boolean holds(String word) {
        return all.contains(word);
    }

    /** Those that people say whatever they want. */
    Set<String> common() {
        return common;
    }
}
