package org.ximen.telegram;

/** No answer that can be understood came from Telegram. */
final class Unreachable extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean sent;

    Unreachable(String why, boolean sent, Throwable cause) {
        super(why, cause);
        this.sent = sent;
    }

    /** Whether Telegram may have taken the request. */
    boolean mayHaveArrived() {
        return sent;
    }
}
