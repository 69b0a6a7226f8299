package org.ximen.cases;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;
import org.ximen.district.Point;

/**
 * When two reports may be one case: one kind, within 72 hours, within 40 metres or with the same
 * words for the place.
 */
public final class Likeness {
    static final Duration WITHIN = Duration.ofHours(72);
    private static final double METRES = 40;

    /**
     * @param words for the place; empty if unknown
     */
    record Spot(String words, @Nullable Point point) {
        static Spot of(@Nullable Place place) {
            return place == null ? new Spot("", null) : new Spot(place.text(), place.point());
        }
    }

    private Likeness() {}

    /** Whether a report would be held against an open case, as both were read from their words. */
    public static boolean same(Reading a, Reading b, Duration apart) {
        return apart.abs().compareTo(WITHIN) <= 0
                && code(a).equals(code(b))
                && near(Spot.of(a.place()), Spot.of(b.place()));
    }

    static boolean near(Spot a, Spot b) {
        var here = a.point();
        var there = b.point();
        boolean near = here != null && there != null && here.metresTo(there) <= METRES;
        return near
                || (!a.words().isEmpty()
                        && CaseTable.key(a.words()).equals(CaseTable.key(b.words())));
    }

    private static String code(Reading reading) {
        return reading.categories().isEmpty()
                ? Counter.UNSORTED
                : reading.categories().getFirst().code();
    }
}
