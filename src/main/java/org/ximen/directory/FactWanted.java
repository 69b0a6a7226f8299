package org.ximen.directory;

/** What a question wants to know of a place. */
public enum FactWanted {
    WHERE,
    /** By which bus or metro. */
    ROUTE,
    PHONE,
    HOURS,
    /** From when on. */
    OPENS,
    /** Until when. */
    CLOSES,
    /** Who is in charge. */
    WHO,
    /** Which of a kind is there for a part of the street. */
    BELONGS,
    NEAREST,
    /** Where that is done which was just spoken of. */
    DONE,
    /** The same as the question before wanted, of another place. */
    SAME,
    /** Who handles a trouble that is named: no matter of a place. */
    HANDLED,
    /** How the cases of the whole street go, in numbers: no matter of a place. */
    FIGURES,
    /** Something that no directory tells. */
    NONE;

    /** Whether it is told by the hours of a place. */
    public boolean isHours() {
        return this == HOURS || this == OPENS || this == CLOSES;
    }

    /** Whether it is told of a place. */
    boolean isTold() {
        return this != NONE && this != SAME && !isOfNoPlace();
    }

    /** Whether it is told, of whatever trouble, and of no place. */
    boolean isOfNoPlace() {
        return this == HANDLED || this == FIGURES;
    }

    /** Whether it may be asked of a place that another part of the message names. */
    boolean isPlain() {
        return isHours() || this == WHERE || this == ROUTE || this == PHONE;
    }
}
