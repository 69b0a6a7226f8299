package org.ximen.cases;

/** A move or a report lacks something, or something in it cannot be used. */
public final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    Incomplete(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Name of the field to fill in. */
    public String field() {
        return field;
    }
}
