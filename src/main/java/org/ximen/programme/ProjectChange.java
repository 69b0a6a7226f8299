package org.ximen.programme;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says has changed; it counts once another has approved it.
 *
 * @param milestone name; null where only the per cent changes
 * @param done day on which the milestone was reached; null where it was not after all
 * @param percent null where it stays
 * @param note what is said of it to those whom it affects
 * @param approvedBy null while it waits
 * @param notice id of the draft that the approval made; null if it made none
 */
public record ProjectChange(
        long id,
        String project,
        @Nullable String milestone,
        @Nullable LocalDate done,
        @Nullable Integer percent,
        String note,
        String by,
        Instant at,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Long notice) {}
