package org.ximen.knowledge;

import org.jspecify.annotations.Nullable;

/** Tells by the words alone whether a question goes on from the one before. */
public interface Continuation {
    /** Where nothing is known of it. */
    Continuation UNKNOWN = (question, vector) -> 0;

    /**
     * How likely it goes on, as log-odds.
     *
     * @param vector of its meaning; null where there is no model
     */
    double logOdds(String question, float @Nullable [] vector);
}
