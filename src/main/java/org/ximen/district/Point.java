package org.ximen.district;

import java.util.List;

/**
 * A point on earth, WGS-84.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Point(double latitude, double longitude) {
    private static final double EARTH_RADIUS_METRES = 6_371_009;

    public Point {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("纬度应在 -90 到 90 之间，经度应在 -180 到 180 之间");
        }
    }

    /** From the order of the configuration and of GeoJSON: longitude, latitude. */
    static Point ofLonLat(List<Double> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("坐标应写成 [经度, 纬度]：" + pair);
        }
        return new Point(pair.get(1), pair.get(0));
    }

    /** Great-circle distance in metres. */
    public double metresTo(Point other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double a =
                square(Math.sin(north / 2))
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(other.latitude))
                                * square(Math.sin(east / 2));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Safe for logs: two decimals, about a kilometre. */
    @Override
    public String toString() {
        return String.format("≈%.2f,%.2f", latitude, longitude);
    }
}
