package org.ximen.wechat;

import org.ximen.chat.Location;

/**
 * Places on Chinese maps (GCJ-02), which WeChat sends, lie some 500 m beside those that the rest of
 * the world uses (WGS-84). The published approximation, turned back by three steps of iteration, is
 * good to less than a metre.
 */
final class ChinaOffset {
    private static final double AXIS = 6_378_245.0;
    private static final double ECCENTRICITY = 0.006_693_421_622_965_943;
    private static final double LATITUDE = 35;
    private static final double LONGITUDE = 105;
    private static final int STEPS = 3;

    private ChinaOffset() {}

    /** Where on earth a place of a Chinese map is. */
    static Location toEarth(double latitude, double longitude) {
        double lat = latitude;
        double lon = longitude;
        for (int step = 0; step < STEPS; step++) {
            var shifted = toMap(lat, lon);
            lat += latitude - shifted.latitude();
            lon += longitude - shifted.longitude();
        }
        return new Location(lat, lon);
    }

    /** Where a Chinese map shows a place. */
    static Location toMap(double latitude, double longitude) {
        double radians = Math.toRadians(latitude);
        double magic = 1 - ECCENTRICITY * Math.pow(Math.sin(radians), 2);
        double root = Math.sqrt(magic);
        double x = longitude - LONGITUDE;
        double y = latitude - LATITUDE;
        double north =
                Math.toDegrees(northwards(x, y) / (AXIS * (1 - ECCENTRICITY) / (magic * root)));
        double east = Math.toDegrees(eastwards(x, y) / (AXIS / root * Math.cos(radians)));
        return new Location(latitude + north, longitude + east);
    }

    private static double northwards(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(20, 6 * x, 20, 2 * x)
                + waves(20, y, 40, y / 3)
                + waves(160, y / 12, 320, y / 30);
    }

    private static double eastwards(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(20, 6 * x, 20, 2 * x)
                + waves(20, x, 40, x / 3)
                + waves(150, x / 12, 300, x / 30);
    }

    /** Two waves, each by its height and its place in half turns. */
    private static double waves(double height, double at, double second, double secondAt) {
        return (height * Math.sin(at * Math.PI) + second * Math.sin(secondAt * Math.PI)) * 2 / 3;
    }
}
