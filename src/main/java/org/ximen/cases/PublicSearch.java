package org.ximen.cases;

import java.time.Instant;
import java.util.Set;

/**
 * What anybody looks for among the public cases.
 *
 * @param categories codes; empty for any
 * @param states empty for any
 * @param from earliest time of reporting
 * @param to latest time of reporting, included
 */
public record PublicSearch(Set<String> categories, Set<State> states, Instant from, Instant to) {
    public PublicSearch {
        categories = Set.copyOf(categories);
        states = Set.copyOf(states);
    }
}
