package org.ximen.posters;

import java.time.Instant;

/**
 * A poster on a wall.
 *
 * @param key what its QR code carries; says nothing to who does not know our database
 * @param area code of the area that it hangs in
 * @param place words for the place, such as 文庙路215弄 or a shop's name
 * @param by name of the account that made it
 */
public record Poster(String key, Kind kind, String area, String place, String by, Instant madeAt) {

    /** Whom it speaks to. */
    public enum Kind {
        /** The residents of an area or a compound. */
        COMPOUND,
        /** A shop and its people. */
        SHOP
    }
}
