package org.ximen.cases;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as figures count it.
 *
 * @param area code; null where it is not known
 * @param category code
 * @param department id of who has it
 * @param closed whether it was brought to an end as handled
 * @param inTime whether it was handled within its limit; null while that is not decided
 * @param handling from the report to the last handling, by the clock on the wall; null while it was
 *     not handled
 * @param dispatched whether it was ever sent to a unit
 * @param returned whether a unit returned it (退回)
 * @param redirected whether it went to another unit than the first
 * @param reopened whether it was opened again after its end (重办)
 * @param ratings of its reporter, one for each time that they were asked; {@link Rating#NONE} where
 *     they were silent
 */
public record CaseCount(
        @Nullable String area,
        String category,
        @Nullable String department,
        boolean closed,
        @Nullable Boolean inTime,
        @Nullable Duration handling,
        boolean dispatched,
        boolean returned,
        boolean redirected,
        boolean reopened,
        List<Rating> ratings) {
    public CaseCount {
        ratings = List.copyOf(ratings);
    }
}
