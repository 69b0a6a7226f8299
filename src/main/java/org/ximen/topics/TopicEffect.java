package org.ximen.topics;

import org.jspecify.annotations.Nullable;

/**
 * New cases before and after a topic was raised: what counts is whether it comes back, not whether
 * measures were taken.
 *
 * @param days length of both spans
 * @param run how many days of the span after it have run
 * @param lastYear cases of the same days a year before; null where no cases are known from then
 */
public record TopicEffect(int days, int before, int after, int run, @Nullable Integer lastYear) {
    // Our own bound: fewer days have not each day of a week.
    private static final int FEWEST_DAYS = 7;
    // Fewer cases differ by chance alone.
    private static final int SMALLEST_SAMPLE = 5;

    /** Whether the span after it is over. */
    public boolean complete() {
        return run >= days;
    }

    /** Whether too few days have run to tell anything. */
    public boolean tooEarly() {
        return run < FEWEST_DAYS;
    }

    /** Whether there are too few cases to tell anything (样本太少). */
    public boolean tooFew() {
        return before + after < SMALLEST_SAMPLE;
    }
}
