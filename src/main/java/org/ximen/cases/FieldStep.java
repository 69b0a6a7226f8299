package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/** What came of a step that somebody took from the street. */
public sealed interface FieldStep {
    /** It was taken; the case as it is now. */
    record Done(GridCase item) implements FieldStep {}

    /**
     * It was not, and nothing is changed.
     *
     * @param why a sentence that says what to do
     * @param item the case as it is now; null where there is none
     */
    record Refused(String why, @Nullable GridCase item) implements FieldStep {}
}
