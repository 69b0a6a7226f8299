package org.ximen.district;

/** By what a stretch of text is held for a place; the most telling first. */
public enum Evidence {
    /** A name with the number of a lane, a house, a building or a room. */
    HOUSE,
    /** Two roads that meet. */
    CROSSING,
    /** A place that everybody knows. */
    LANDMARK,
    /** A housing estate by its name. */
    ESTATE,
    /** A road, perhaps with a spot on it. */
    ROAD,
    /** A neighbourhood or another part of the street. */
    AREA,
    /** Words for a spot without a name, such as 我家楼下: to be completed. */
    RELATIVE;

    /** Whether somebody could go there by a place of this kind alone. */
    public boolean precise() {
        return compareTo(ESTATE) <= 0;
    }
}
