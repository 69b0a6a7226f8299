package org.ximen.district;

/**
 * A place as it stands in a text.
 *
 * @param from first character of the original text
 * @param to first character after it
 * @param evidence by what it is held for a place
 * @param place what the gazetteer knows of it
 * @param address its parts
 * @param denied whether the text says that it is not there: 不是大兴街
 */
public record PlaceSpan(
        int from, int to, Evidence evidence, Place place, Address address, boolean denied) {
    public PlaceSpan {
        if (from < 0 || from >= to) {
            throw new IllegalArgumentException("no stretch of text: " + from + " to " + to);
        }
    }

    /** Whether somebody could go there by these words. */
    public boolean precise() {
        return place.precise();
    }
}
