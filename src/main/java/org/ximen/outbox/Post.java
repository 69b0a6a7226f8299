package org.ximen.outbox;

/** Where a stored message stands. */
enum Post {
    /** Handed back by the edge that asked; kept to answer the same message again. */
    RETURNED,
    /** Waits for its turn. */
    PENDING,
    /** Being sent at this moment, or when the machine died. */
    SENDING,
    SENT,
    /** The recipient blocked us or is gone. */
    BLOCKED,
    /** The channel will never take it. */
    FAILED,
    /** May have arrived; not sent again by ourselves. */
    UNKNOWN,
    /** Staff paused its notice. */
    HELD,
    /** Staff cancelled its notice before it left. */
    CANCELLED
}
