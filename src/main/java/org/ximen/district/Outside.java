package org.ximen.district;

import java.util.List;
import org.ximen.text.Language;

/**
 * A well-known place that is not in this street.
 *
 * @param english its name for who speaks English; empty where there is none
 * @param advice whom to turn to instead, a sentence for the resident
 */
public record Outside(String name, String english, List<String> aliases, String advice) {
    private static final String HOTLINE = "Please call 12345, the city's hotline.";

    public Outside {
        english = english == null ? "" : english;
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    /** Its name for who speaks this language. */
    public String shown(Language language) {
        return language.of(name, english);
    }

    /** Whom to turn to instead; in English always the hotline, which knows everybody. */
    public String advice(Language language) {
        return language.of(advice, HOTLINE);
    }
}
