package org.ximen.residents;

import java.util.Set;

/**
 * Whom a notice is for.
 *
 * @param areas codes of subscribed areas, already widened to all below them; empty for everybody
 *     who subscribed to anything
 * @param profiles empty for all
 */
public record Audience(Set<String> areas, Set<Profile> profiles) {
    public Audience {
        areas = Set.copyOf(areas);
        profiles = Set.copyOf(profiles);
    }
}
