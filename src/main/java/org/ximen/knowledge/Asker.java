package org.ximen.knowledge;

import java.util.Set;

/**
 * For whom passages are looked up.
 *
 * @param areas codes and names of the areas that concern them: what is only for others is not
 *     found; empty means all areas
 */
public record Asker(Audience audience, Set<String> areas) {
    public Asker {
        areas = Set.copyOf(areas);
    }

    /** Somebody of whom no area is known. */
    public static Asker of(Audience audience) {
        return new Asker(audience, Set.of());
    }
}
