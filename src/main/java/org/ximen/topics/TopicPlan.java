package org.ximen.topics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to a topic, and how.
 *
 * @param owner account name of who leads (牵头人)
 * @param cause why it comes back
 * @param reviewOn when its effect is looked at
 */
public record TopicPlan(
        @Nullable String owner, @Nullable String cause, @Nullable LocalDate reviewOn) {
    /** Nothing is known yet. */
    public static final TopicPlan NONE = new TopicPlan(null, null, null);
}
