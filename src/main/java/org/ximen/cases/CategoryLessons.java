package org.ximen.cases;

import java.time.Instant;

/** Learns from what staff say that a case is. */
public interface CategoryLessons {
    /** Learns nothing. */
    CategoryLessons NONE = (confirmed, now) -> {};

    /** Takes a category that somebody of the staff has confirmed; inside the open transaction. */
    void learn(Confirmed confirmed, Instant now);

    /**
     * A confirmed category; in place of an earlier one of the same case.
     *
     * @param person id of who reported it
     * @param words as they were reported
     * @param before code that the case had
     * @param category code that it has now
     * @param by account name
     */
    record Confirmed(
            String number, long person, String words, String before, String category, String by) {}
}
