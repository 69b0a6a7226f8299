package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Point;

/**
 * A case as everybody may see it: neither words nor pictures nor who reported it.
 *
 * @param roads on which it is, without numbers; two where they meet
 * @param point rounded to about a hundred metres; null where it is not known
 * @param department id of the department that has it, or will by default
 * @param updatedAt when its state changed last; when it was closed, if it is
 * @param expectedAt until when it should be handled; null while there is no such time
 */
public record PublicCase(
        String number,
        State state,
        @Nullable Outcome outcome,
        Category category,
        List<String> roads,
        @Nullable Area area,
        @Nullable Point point,
        @Nullable String department,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable Instant expectedAt) {
    // A thousandth of a degree: some 110 metres north, 95 metres east.
    private static final double PER_DEGREE = 1_000;

    public PublicCase {
        roads = List.copyOf(roads);
        point = point == null ? null : rounded(point);
    }

    private static Point rounded(Point point) {
        return new Point(rounded(point.latitude()), rounded(point.longitude()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
    }
}
