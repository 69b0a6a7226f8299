package org.ximen.topics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is done at the root (措施).
 *
 * @param department id of who does it
 * @param from first day
 * @param done the day on which it was done
 */
public record TopicMeasure(
        long id,
        String what,
        @Nullable String department,
        @Nullable LocalDate from,
        @Nullable LocalDate done) {}
