package org.ximen.dialogue;

import org.ximen.chat.Choice;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;

/** What a skill says; labels of buttons have the key {@code button.NAME}. */
public final class SkillTexts {
    private final BilingualTexts texts;

    /**
     * @param skill beside which {@code words.properties} lies
     */
    public SkillTexts(Class<?> skill) {
        this.texts = new BilingualTexts(skill);
    }

    /**
     * A text with its values.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String say(Language language, String key, Object... values) {
        return texts.say(language, key, values);
    }

    /** Whether there is such a text. */
    boolean has(Language language, String key) {
        return texts.has(language, key);
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
