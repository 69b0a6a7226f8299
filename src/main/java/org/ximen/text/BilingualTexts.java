package org.ximen.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feature says to people, from the file {@code words.properties} beside it: {@code key.zh}
 * and {@code key.en}; in a text {@code {0}} stands for the first value.
 */
public final class BilingualTexts {
    private static final String FILE = "words.properties";

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

    private final Properties texts = new Properties();
    private final String home;

    /**
     * @param beside a class of the package whose file it is
     */
    public BilingualTexts(Class<?> beside) {
        this.home = beside.getPackageName();
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(FILE), home)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text with its values.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String say(Language language, String key, Object... values) {
        var text = texts.getProperty(key + "." + language.code());
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + home);
        }
        return VALUE.matcher(text).replaceAll(match -> value(match, values));
    }

    /** Whether there is such a text. */
    public boolean has(Language language, String key) {
        return texts.containsKey(key + "." + language.code());
    }

    private static String value(MatchResult match, Object[] values) {
        int nth = Integer.parseInt(match.group(1));
        return Matcher.quoteReplacement(
                nth < values.length ? String.valueOf(values[nth]) : match.group());
    }
}
