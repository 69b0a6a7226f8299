package org.ximen.inbox;

import java.time.Instant;

/** What came of reading the first waiting messages of a chat. */
public sealed interface Verdict {
    /**
     * They have had all their effects.
     *
     * @param messages how many of the first ones belonged together, at least one
     */
    record Handled(int messages) implements Verdict {}

    /** The chat has to wait until then. */
    record NotYet(Instant until) implements Verdict {}

    /** Nobody will ever understand the first one. */
    record Unreadable(String why) implements Verdict {}
}
