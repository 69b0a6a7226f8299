package org.ximen.district;

import java.util.List;

/**
 * A well-known place that is not in this street.
 *
 * @param advice whom to turn to instead, a sentence for the resident
 */
public record Outside(String name, List<String> aliases, String advice) {
    public Outside {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
}
