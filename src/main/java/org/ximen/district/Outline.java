package org.ximen.district;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The outline of an area. */
record Outline(Polygon shape) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int LEAST_CORNERS = 3;

    /** An outline through these corners; it may be closed by repeating the first one or not. */
    static Outline of(List<Point> corners) {
        var ring = new ArrayList<>(corners.stream().map(Outline::coordinate).toList());
        if (ring.size() < LEAST_CORNERS) {
            throw new IllegalArgumentException("polygon 至少要有三个点");
        }
        if (!ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst());
        }
        return new Outline(GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new)));
    }

    boolean valid() {
        return shape.isValid();
    }

    boolean covers(Point point) {
        return shape.covers(GEOMETRY.createPoint(coordinate(point)));
    }

    private static Coordinate coordinate(Point point) {
        return new Coordinate(point.longitude(), point.latitude());
    }
}
