package org.ximen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Words that come with the program, in a file of lines; those that begin with # are remarks. */
final class WordFile {
    private WordFile() {}

    static Stream<String> lines(String resource) {
        try (var in = Objects.requireNonNull(WordFile.class.getResourceAsStream(resource))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(String::strip).filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
