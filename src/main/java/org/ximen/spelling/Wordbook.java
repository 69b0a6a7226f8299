package org.ximen.spelling;

import java.util.List;
import java.util.Map;

/**
 * What an index of texts tells of its words. One that tells nothing, as by default, only forgives
 * no slip of the pen.
 */
public interface Wordbook {
    /** Another number whenever the text has changed. */
    default long edition() {
        return 0;
    }

    /** The dictionary words of all passages, and in how many of them each stands. */
    default Map<String, Integer> vocabulary() {
        return Map.of();
    }

    /** In how many passages these characters stand in a row. */
    default int count(String row) {
        return 0;
    }

    /** A text cut into dictionary words and what stands between them, nothing left out. */
    default List<String> pieces(String text) {
        return List.of(text);
    }
}
