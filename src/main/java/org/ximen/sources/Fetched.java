package org.ximen.sources;

import java.time.Instant;

/** What came of asking for a page. */
sealed interface Fetched {
    /** It is there. */
    record Page(Answer answer) implements Fetched {}

    /** It is as it was. */
    record Unchanged() implements Fetched {}

    /** The site says that it has no such page. */
    record Gone(String why) implements Fetched {}

    /** The site asks us to come again later. */
    record Later(Instant at, String why) implements Fetched {}

    /** Trouble that may pass. */
    record Failed(String why) implements Fetched {}

    /** We do not take it. */
    record Refused(String why) implements Fetched {}
}
