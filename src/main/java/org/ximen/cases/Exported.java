package org.ximen.cases;

import java.time.Instant;

/**
 * What is kept about a person's case, for the person.
 *
 * @param joined whether the person joined a case that another had reported; then the description is
 *     empty, for it is the other's
 */
public record Exported(
        String number,
        Instant reportedAt,
        Category category,
        State state,
        String place,
        String description,
        boolean anonymous,
        boolean joined) {}
