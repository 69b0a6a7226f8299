package org.ximen.understanding;

import org.ximen.district.District;
import org.ximen.district.Point;

/** Whether a point on the map can be meant. */
public enum PointCheck {
    /** 0,0: a device that does not know where it is. */
    NULL_ISLAND,
    /** In another city or country. */
    FAR,
    /** Near, but in none of the street's areas. */
    OUTSIDE_STREET,
    /** In one of the street's areas. */
    INSIDE;

    private static final Point ZERO = new Point(0, 0);
    private static final double NULL_METRES = 50_000;
    // Shanghai reaches some 60 km from its middle
    private static final double FAR_METRES = 70_000;

    /** What a point is, seen from this street. */
    public static PointCheck of(Point point, District district) {
        if (point.metresTo(ZERO) < NULL_METRES) {
            return NULL_ISLAND;
        }
        if (district.areaAt(point).isPresent()) {
            return INSIDE;
        }
        return point.metresTo(district.centre()) > FAR_METRES ? FAR : OUTSIDE_STREET;
    }
}
