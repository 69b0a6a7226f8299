package org.ximen.district;

import java.util.Optional;

/** Finds places in free text. */
final class PlaceReader {
    PlaceReader(Atlas atlas) {}

    Optional<Place> read(String text) {
        return Optional.empty();
    }
}
