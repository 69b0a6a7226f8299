package org.ximen.cases;

import java.util.List;

/**
 * One page of a search.
 *
 * @param count how many there are on all pages, counted no further than {@link #MOST}
 * @param more whether another page follows
 */
public record Found(List<GridCase> items, int count, boolean more) {
    /** More are not counted. */
    public static final int MOST = 1_000;

    public Found {
        items = List.copyOf(items);
    }
}
