package org.ximen.visits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/**
 * Which of those whom staff visit are looked for.
 *
 * @param until those due by this day; null for all
 * @param area code or name of an area, with all below it; null for all
 * @param kind id of a kind; null for all
 * @param words in the name or the address; empty for all
 */
public record VisitSearch(
        @Nullable LocalDate until, @Nullable String area, @Nullable String kind, String words) {
    private static final int LONGEST = 100;

    public VisitSearch {
        words = Plain.start(Plain.visible(words), LONGEST);
    }
}
