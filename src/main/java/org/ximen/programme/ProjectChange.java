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
 * @param approvedBy null unless it counts
 * @param rejectedBy null unless it was put away; then it never counts
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
        @Nullable String rejectedBy,
        @Nullable Instant rejectedAt,
        @Nullable Long notice) {
    /** Whether nobody has settled it. */
    public boolean waits() {
        return approvedAt == null && rejectedAt == null;
    }

    /** Whether another, written later and approved, says something of the same. */
    boolean isOvertaken(ProjectChange other) {
        boolean later = other.id > id && other.approvedAt != null;
        boolean milestone = this.milestone != null && this.milestone.equals(other.milestone);
        return later && (milestone || percent != null && other.percent != null);
    }
}
