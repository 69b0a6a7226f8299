package org.ximen.sources;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Import;

/**
 * What a check of a page came to.
 *
 * @param page as it is now
 * @param report for the editor; null if the last one still holds
 * @param publish the article to publish, if it is new or changed
 */
record Checked(Page page, @Nullable Import report, @Nullable String publish) {
    Result result() {
        return Objects.requireNonNull(page.result());
    }

    /** Of a page that gave no article this time. */
    static Checked without(Page page, String why, Instant now) {
        boolean retired = page.result() == Result.RETIRED;
        boolean kept = page.version() > 0 && !page.expired() && !retired;
        var report =
                new Import(
                        page.address().toString(),
                        Import.State.REFUSED,
                        page.article(),
                        page.label(),
                        kept,
                        List.of(why),
                        List.of(),
                        now);
        return new Checked(page, report, null);
    }
}
