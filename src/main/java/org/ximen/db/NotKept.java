package org.ximen.db;

import org.jspecify.annotations.Nullable;

/**
 * What was to be kept cannot be kept now, so nothing was promised. The message says in Chinese why,
 * for staff and the log.
 */
public final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param why without a full stop
     */
    public NotKept(String why) {
        super(why);
    }

    /**
     * @param why without a full stop
     */
    public NotKept(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    /** The reason, as a sentence without its full stop. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
