package org.ximen.cases;

/**
 * A case as a point on the map, WGS-84 degrees.
 *
 * @param category code
 * @param late past its time limit and not handled
 */
public record Pin(
        String number,
        State state,
        String category,
        String place,
        double latitude,
        double longitude,
        boolean late) {}
