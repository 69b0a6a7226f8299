package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;
import org.ximen.staff.StaffRefused;

/** A place on the map in a request, WGS-84. */
record CaseLocation(@Nullable Double lat, @Nullable Double lon) {
    /**
     * The point.
     *
     * @throws StaffRefused if it is none
     */
    Point point() {
        if (lat == null || lon == null) {
            throw new StaffRefused(INVALID, "location 应写成 {\"lat\": 31.22, \"lon\": 121.48}。");
        }
        try {
            return new Point(lat, lon);
        } catch (IllegalArgumentException e) {
            throw new StaffRefused(
                    INVALID, "location 不是一个坐标：lat 在 -90 到 90 之间，lon 在 -180 到 180 之间。");
        }
    }
}
