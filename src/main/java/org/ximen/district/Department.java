package org.ximen.district;

import java.util.List;
import org.ximen.text.Language;

/**
 * Who handles cases.
 *
 * @param english its name for who speaks English; empty where there is none
 * @param handles what it is there for, in words
 */
public record Department(
        String id, String name, String english, List<String> aliases, List<String> handles) {
    public Department {
        english = english == null ? "" : english;
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        handles = handles == null ? List.of() : List.copyOf(handles);
    }

    /** Its name for who speaks this language. */
    public String shown(Language language) {
        return language.of(name, english);
    }
}
