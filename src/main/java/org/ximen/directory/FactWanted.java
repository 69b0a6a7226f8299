package org.ximen.directory;

/** What a question wants to know of a place. */
public enum FactWanted {
    WHERE,
    PHONE,
    HOURS,
    /** Who is in charge. */
    WHO,
    /** Which of a kind is there for a part of the street. */
    BELONGS,
    NEAREST,
    /** The same as the question before wanted, of another place. */
    SAME,
    /** Something that no directory tells. */
    NONE
}
