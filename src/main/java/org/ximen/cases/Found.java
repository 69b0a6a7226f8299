package org.ximen.cases;

import java.util.List;

/**
 * One page of a search.
 *
 * @param more whether another page follows
 */
public record Found(List<GridCase> items, boolean more) {
    public Found {
        items = List.copyOf(items);
    }
}
