package org.ximen.understanding;

/**
 * A kind of thing and how probable it is.
 *
 * @param code of the code table, or {@link #OTHER}
 * @param probability 0 to 1
 */
public record CategoryGuess(String code, double probability) {
    /** A matter of the street that the code table does not name. */
    public static final String OTHER = "other";
}
