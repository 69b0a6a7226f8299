package org.ximen.visits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A household, shop or unit that staff visit.
 *
 * @param kind id of its kind
 * @param name how staff call it: 王阿婆, a shop's sign
 * @param place its address, in words
 * @param area code of its area
 * @param hasPhone whether a number was left, which is not shown with it
 * @param due the day of the next visit; null where its kind has no interval any more
 * @param visits how often somebody went there
 * @param lastAt when somebody went there last
 */
public record VisitSubject(
        long id,
        String kind,
        String name,
        String place,
        String area,
        boolean hasPhone,
        @Nullable LocalDate due,
        int visits,
        @Nullable Instant lastAt,
        @Nullable VisitOutcome lastOutcome) {}
