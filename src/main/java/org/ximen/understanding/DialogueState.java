package org.ximen.understanding;

import java.util.Locale;

/** What the assistant and the person are at when something is said. */
public enum DialogueState {
    /** Nothing is open. */
    IDLE,
    /** The place of a draft was asked. */
    DRAFT_PLACE,
    /** The kind of a draft was asked. */
    DRAFT_CATEGORY,
    /** A draft was shown, to be sent. */
    DRAFT_CONFIRM,
    /** A case was filed some minutes ago. */
    FILED,
    /** A case is under way. */
    OPEN,
    /** A case was just closed. */
    CLOSED,
    /** A question was just answered. */
    ANSWERED,
    /** A notice was just pushed. */
    NOTICE,
    /** The person waits for a human or talks with one. */
    TICKET;

    /** The name in the examples. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a name in the examples.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DialogueState labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
