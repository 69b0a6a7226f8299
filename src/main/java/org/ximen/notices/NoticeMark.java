package org.ximen.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody pressed under a notice.
 *
 * @param asked what they asked then, masked; null where they asked nothing
 * @param answered whether the files had an answer; null where nothing was asked
 */
public record NoticeMark(
        Kind kind, @Nullable String asked, @Nullable Boolean answered, Instant at) {
    /** What can be noted once a person. */
    public enum Kind {
        SEEN,
        ASKED,
        SIGNED_UP
    }
}
