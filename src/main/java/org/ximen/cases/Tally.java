package org.ximen.cases;

import java.time.LocalDate;

/**
 * How many cases were reported on one day in one area of one category.
 *
 * @param area code; empty where it is not known
 * @param category code
 */
public record Tally(LocalDate day, String area, String category, long cases) {}
