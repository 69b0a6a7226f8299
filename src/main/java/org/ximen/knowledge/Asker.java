package org.ximen.knowledge;

import java.util.Set;
import org.ximen.text.Language;

/**
 * For whom passages are looked up.
 *
 * @param areas codes and names of the areas that concern them: what is only for others is not
 *     found; empty means all areas
 * @param language in which they are answered where their question is in none
 */
public record Asker(Audience audience, Set<String> areas, Language language) {
    public Asker {
        areas = Set.copyOf(areas);
    }

    /** Somebody who speaks Chinese. */
    public Asker(Audience audience, Set<String> areas) {
        this(audience, areas, Language.ZH);
    }

    /** Somebody of whom no area is known. */
    public static Asker of(Audience audience) {
        return new Asker(audience, Set.of());
    }
}
