package org.ximen.casefiles;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one area, category or department.
 *
 * @param depth of an area below the street
 * @param area code; null where the line is not of an area
 * @param category code; null where it is not of a category
 * @param department id; null where it is not of a department
 */
public record RateLine(
        String label,
        int depth,
        @Nullable String area,
        @Nullable String category,
        @Nullable String department,
        CaseRates rates) {}
