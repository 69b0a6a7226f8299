package org.ximen.cases;

import java.util.List;

/** A move or a report lacks something, or something in it cannot be used. */
public final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> fields;

    Incomplete(String field, String message) {
        this(List.of(field), message);
    }

    Incomplete(List<String> fields, String message) {
        super(message);
        this.fields = List.copyOf(fields);
    }

    /** Name of the field to fill in. */
    public String field() {
        return fields.getFirst();
    }

    /** Names of the fields, of which one will do or several belong together. */
    public List<String> fields() {
        return fields;
    }
}
