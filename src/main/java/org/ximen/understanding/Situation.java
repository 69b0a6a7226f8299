package org.ximen.understanding;

import org.jspecify.annotations.Nullable;

/**
 * The situation in which something is said.
 *
 * @param topic what the case, answer or notice was about, in a few words
 */
public record Situation(DialogueState state, @Nullable String topic) {
    /** Nothing is open. */
    public static final Situation IDLE = new Situation(DialogueState.IDLE, null);
}
