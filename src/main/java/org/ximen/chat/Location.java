package org.ximen.chat;

/**
 * A place on earth as a phone sends it.
 *
 * @param latitude degrees north, WGS-84
 * @param longitude degrees east, WGS-84
 */
public record Location(double latitude, double longitude) {
    public Location {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("纬度应在 -90 到 90 之间，经度应在 -180 到 180 之间");
        }
    }

    /** Safe for logs: two decimals, about a kilometre. */
    @Override
    public String toString() {
        return String.format("≈%.2f,%.2f", latitude, longitude);
    }
}
