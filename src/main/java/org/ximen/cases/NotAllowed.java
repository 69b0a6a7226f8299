package org.ximen.cases;

import java.util.List;

/** A move that is not open now, or not to this actor. */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Verb> open;

    NotAllowed(String message, List<Verb> open) {
        super(message);
        this.open = List.copyOf(open);
    }

    /** What the actor may do with the case now. */
    public List<Verb> open() {
        return open;
    }
}
