package org.ximen.visits;

/**
 * Visits of somebody in an area, counted.
 *
 * @param visitor account name; of all who went there where areas are counted
 * @param area code
 * @param cases that came of them
 * @param suggestions that came of them
 */
public record VisitCount(
        String visitor,
        String area,
        long visits,
        long met,
        long nobodyHome,
        long refused,
        long cases,
        long suggestions) {}
