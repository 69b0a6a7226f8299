package org.ximen.db;

/** The embedded database must not be opened as it is; the message says in Chinese what to do. */
public final class DamagedStore extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedStore(String sentence) {
        super(sentence);
    }

    /** What to do, for the person who starts the product. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
