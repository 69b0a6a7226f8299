package org.ximen.understanding;

import java.util.List;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.Place;
import org.ximen.district.PlaceSpan;

/**
 * A place that a text names.
 *
 * @param text exactly the characters of the text from {@code from} up to {@code to}
 * @param evidence by what it is held for a place
 * @param place what is known of it
 */
public record PlaceMention(String text, int from, int to, Evidence evidence, Place place) {

    /** The places of a text, the most telling first; none where the text denies it. */
    static List<PlaceMention> in(String text, District district) {
        return district.placesIn(PhoneMention.masked(text)).stream()
                .filter(span -> !span.denied())
                .map(span -> of(text, span))
                .toList();
    }

    private static PlaceMention of(String text, PlaceSpan span) {
        var words = text.substring(span.from(), span.to());
        return new PlaceMention(words, span.from(), span.to(), span.evidence(), span.place());
    }

    /** Whether somebody could go there by these words alone. */
    public boolean precise() {
        return place.precise();
    }
}
