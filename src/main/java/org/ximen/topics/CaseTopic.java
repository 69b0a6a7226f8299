package org.ximen.topics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Category;
import org.ximen.district.Area;

/**
 * Something that comes back (一类事), or a first sign of it.
 *
 * @param streetWide whether it is a category in the whole street, and not at one spot
 * @param place where it is: road, lane or estate and no house, which anybody may read
 * @param exact what staff read beside it; may be empty
 * @param counted as it was counted last, over 90 days; a week of what is street-wide
 * @param median cases of a usual week of what is street-wide; else null
 * @param decided when it was raised, put aside or merged; null while it is a sign
 * @param mergedInto id
 */
public record CaseTopic(
        long id,
        TopicState state,
        Category category,
        @Nullable Area area,
        boolean streetWide,
        String place,
        String exact,
        Recurrence counted,
        @Nullable Integer median,
        Instant foundAt,
        @Nullable TopicDecision decided,
        @Nullable Long mergedInto,
        TopicPlan plan,
        @Nullable TopicEnding ended) {

    /** Who decided, and why where that was said. */
    public record TopicDecision(Instant at, String by, @Nullable String reason) {}

    /** When it ended, and with what. */
    public record TopicEnding(Instant at, String result) {}

    /** Place and kind. */
    public String title() {
        return place + " · " + category.shown();
    }
}
