package org.ximen.readings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/** Acts and dangers in the street's words, from {@code words.properties} beside this class. */
public final class ActNames {
    private static final Properties WORDS = read();

    private ActNames() {}

    private static Properties read() {
        var file = Objects.requireNonNull(ActNames.class.getResourceAsStream("words.properties"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What staff call an act. */
    public static String of(Act act) {
        return word("act." + act.label());
    }

    /** What staff call how near a danger is. */
    public static String of(DangerReading.Level level) {
        return word("level." + level.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String word(String key) {
        return Objects.requireNonNull(WORDS.getProperty(key), key);
    }
}
