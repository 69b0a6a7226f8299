package org.ximen.district;

import java.util.List;

/**
 * Who handles cases.
 *
 * @param handles what it is there for, in words
 */
public record Department(String id, String name, List<String> aliases, List<String> handles) {
    public Department {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        handles = handles == null ? List.of() : List.copyOf(handles);
    }
}
