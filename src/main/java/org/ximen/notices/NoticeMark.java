package org.ximen.notices;

import java.time.Instant;

/** What somebody pressed under a notice. */
public record NoticeMark(Kind kind, Instant at) {
    /** What can be noted once a person. */
    public enum Kind {
        SEEN,
        ASKED,
        SIGNED_UP
    }
}
