package org.ximen.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;

/**
 * One report of something, as recurrence is counted from it: neither its words nor who reported.
 *
 * @param number of the case
 * @param category code
 * @param area code; null where it is not known
 * @param place in words; empty if unknown
 * @param who tells people apart and nothing else; those of a source whom nobody knows are one
 * @param known whether {@code who} is a single person
 * @param reopenings how often it was opened again in the time looked at
 */
public record Occurrence(
        String number,
        String category,
        @Nullable String area,
        String place,
        @Nullable Point point,
        String who,
        boolean known,
        Instant at,
        int reopenings) {}
