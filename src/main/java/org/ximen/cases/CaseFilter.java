package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null means any.
 *
 * @param area code, name or alias; includes the areas below it
 * @param category code or name
 * @param page counted from 0
 * @param size 1 to 500
 */
public record CaseFilter(
        @Nullable Stage stage,
        @Nullable String area,
        @Nullable String category,
        int page,
        int size) {
    private static final int MOST = 500;

    public CaseFilter {
        page = Math.max(0, page);
        size = Math.clamp(size, 1, MOST);
    }

    /** The newest cases. */
    public static CaseFilter newest(int size) {
        return new CaseFilter(null, null, null, 0, size);
    }
}
