package org.ximen.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Outside;
import org.ximen.district.Place;

/**
 * What could be read from a report's words.
 *
 * @param categories best first, at most three; empty if nothing fits
 * @param strength score of the best, 0 for none; 4 is one sure phrase
 * @param danger the gravest danger named
 * @param outside a place named that is not in this street
 */
public record Reading(
        List<Category> categories,
        double strength,
        @Nullable Place place,
        @Nullable Danger danger,
        @Nullable Outside outside) {
    public Reading {
        categories = List.copyOf(categories);
    }

    /** Whether somebody has to come within hours, by the danger or by the kind of thing. */
    public boolean urgent() {
        return danger != null || (!categories.isEmpty() && categories.getFirst().urgent());
    }
}
