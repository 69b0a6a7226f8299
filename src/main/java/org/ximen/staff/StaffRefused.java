package org.ximen.staff;

/**
 * The staff's accounts refuse something; the message is a Chinese sentence that says what to do.
 */
public final class StaffRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** What was given cannot be used. */
        INVALID,
        /** The role does not allow it. */
        FORBIDDEN,
        /** There is no such account. */
        UNKNOWN,
        /** It does not go with what is there, such as a name that is taken. */
        CONFLICT
    }

    public StaffRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why, for an edge that has to choose a status. */
    public Reason reason() {
        return reason;
    }
}
