package org.ximen.documents;

/** A file cannot be taken; the message tells the editor why and what to do. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
        super(why);
    }

    Unreadable(String why, Throwable cause) {
        super(why, cause);
    }
}
