package org.ximen.topics;

import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;

/**
 * Where something is, taken apart to be compared: by road and side, lane or estate, never across
 * roads; by its point alone only where no name is known.
 *
 * @param street the road, or both where two meet; empty if none is named
 * @param lane number of the lane (弄); empty if none
 * @param house number of the house on the road; 0 if none
 * @param estate name of the estate or landmark; empty if none
 * @param area code; null where it is not known
 */
record CaseSpot(
        String street,
        String lane,
        int house,
        String estate,
        @Nullable Point point,
        @Nullable String area) {
    /** How far apart reports of one spot may be: reference/capabilities §9. */
    static final double NEAR_METRES = 60;

    /** The same in numbers of houses: five doors of one side at some twelve metres, assumed. */
    static final int NEAR_NUMBERS = 10;

    /** Nowhere in particular. */
    static final CaseSpot NOWHERE = new CaseSpot("", "", 0, "", null, null);

    boolean named() {
        return !street.isEmpty() || !estate.isEmpty();
    }

    /** Whether it can be compared at all. */
    boolean known() {
        return named() || point != null;
    }

    /** Whether both are one spot. */
    boolean near(CaseSpot other) {
        if (!named() || !other.named()) {
            return isSameArea(other) && isClose(other);
        }
        if (!estate.isEmpty() || !other.estate.isEmpty()) {
            return estate.equals(other.estate);
        }
        return street.equals(other.street) && isNearOnRoad(other);
    }

    private boolean isNearOnRoad(CaseSpot other) {
        if (!lane.isEmpty() || !other.lane.isEmpty()) {
            return lane.equals(other.lane);
        }
        if (house > 0 && other.house > 0) {
            return isSameSide(other) && isFewDoorsAway(other);
        }
        if (point != null && other.point != null) {
            return isClose(other);
        }
        // A road without a number is a place of its own.
        return house == other.house;
    }

    // Even numbers stand on one side of a Shanghai road, odd ones on the other.
    private boolean isSameSide(CaseSpot other) {
        return house % 2 == other.house % 2;
    }

    private boolean isFewDoorsAway(CaseSpot other) {
        return point != null && other.point != null
                ? isClose(other)
                : Math.abs(house - other.house) <= NEAR_NUMBERS;
    }

    private boolean isClose(CaseSpot other) {
        return point != null && other.point != null && point.metresTo(other.point) <= NEAR_METRES;
    }

    private boolean isSameArea(CaseSpot other) {
        return area == null || other.area == null || area.equals(other.area);
    }

    /** The words that everybody may read: no more than road, lane or estate; empty if unnamed. */
    String open() {
        return estate.isEmpty() ? street + (lane.isEmpty() ? "" : lane + "弄") : estate;
    }

    /** What staff read beside it; may be empty. */
    String exact() {
        if (!named()) {
            return "定位点 60 米内";
        }
        boolean numbered = estate.isEmpty() && lane.isEmpty() && house > 0;
        return numbered ? house + "号附近（" + (house % 2 == 0 ? "双" : "单") + "号一侧）" : "";
    }
}
