package org.ximen.dialogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.ximen.chat.Choice;

/**
 * What a skill says, from the file {@code words.properties} beside it: {@code key.zh} and {@code
 * key.en}; in a text {@code {0}} stands for the first value. Labels of buttons have the key {@code
 * button.NAME}.
 */
public final class SkillTexts {
    private static final String FILE = "words.properties";

    private final Properties texts = new Properties();
    private final String home;

    /**
     * @param skill beside which the file lies
     */
    public SkillTexts(Class<?> skill) {
        this.home = skill.getPackageName();
        try (var in = Objects.requireNonNull(skill.getResourceAsStream(FILE), home)) {
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
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** A button that stands for something by itself. */
    public Choice button(Language language, String name) {
        return new Choice(say(language, "button." + name), name);
    }

    /** A button with a value. */
    public Choice button(Language language, String name, String value, Object... values) {
        return labelled(say(language, "button." + name, values), name, value);
    }

    /** A button with another label than its usual one. */
    public static Choice bare(String label, String name) {
        return new Choice(label, name);
    }

    /** A button with a label that is no text of ours, such as a title. */
    public static Choice labelled(String label, String name, String value) {
        return new Choice(label, name + ":" + value);
    }
}
