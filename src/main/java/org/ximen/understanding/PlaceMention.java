package org.ximen.understanding;

import org.ximen.district.Place;

/**
 * A place that a text names.
 *
 * @param text exactly the characters of the text from {@code from} up to {@code to}
 * @param place what is known of it
 */
public record PlaceMention(String text, int from, int to, Place place) {}
