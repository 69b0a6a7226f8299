package org.ximen.knowledge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** How facts are asked for and told: the patterns of {@code fact-kinds.properties}. */
final class FactPatterns {
    private static final Properties FILE = read();

    private FactPatterns() {}

    private static Properties read() {
        var file = FactPatterns.class.getResourceAsStream("fact-kinds.properties");
        var patterns = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            patterns.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns;
    }

    /**
     * A pattern that finds what any of those under a key finds; a key that is not in the file is a
     * mistake of the program.
     */
    static String any(String key) {
        return Objects.requireNonNull(FILE.getProperty(key), key).strip().replace(' ', '|');
    }
}
