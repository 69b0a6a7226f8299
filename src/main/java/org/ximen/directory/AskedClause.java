package org.ximen.directory;

import java.util.List;

/**
 * A part of a question.
 *
 * @param frame its words, with what it names put aside
 * @param when it means
 * @param names what it calls places by, in its order
 */
record AskedClause(String frame, AskedWhen when, List<PlaceNames.Called> names) {
    /** Stands for the place in the words that are left. */
    static final String PLACE = "那里";

    /** Stands for the day in the words that are left. */
    static final String DAY = "那天";

    /** Stands for the time by the clock in the words that are left. */
    static final String TIME = "那时";

    boolean names(PlaceNames.Called called) {
        return names.contains(called);
    }
}
