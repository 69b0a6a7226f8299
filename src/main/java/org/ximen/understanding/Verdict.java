package org.ximen.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody thinks of what was done for them. */
public enum Verdict {
    /** The trouble is gone. */
    SOLVED,
    /** Part of it is. */
    PARTLY,
    /** It is still there, or nobody came. */
    UNSOLVED,
    /** Content, whatever was done. */
    GOOD,
    /** Neither content nor not. */
    MIDDLING,
    /** Not content, whatever was done. */
    BAD,
    /** Somebody of the street spoke with them. */
    CONTACTED,
    /** Nobody did. */
    UNCONTACTED;

    /** The names in the examples, in the order of these. */
    static final List<String> LABELS = Arrays.stream(values()).map(Verdict::label).toList();

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
