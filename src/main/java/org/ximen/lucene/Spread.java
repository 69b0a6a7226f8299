package org.ximen.lucene;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Brings scores of different kinds to 0…1 (min-max), so that they can be added. */
final class Spread {
    private Spread() {}

    static Map<Integer, Double> of(Map<Integer, Double> scores) {
        if (scores.isEmpty()) {
            return Map.of();
        }
        double least = Collections.min(scores.values());
        double width = Collections.max(scores.values()) - least;
        var spread = new HashMap<Integer, Double>();
        scores.forEach((doc, s) -> spread.put(doc, width == 0 ? 1 : (s - least) / width));
        return spread;
    }
}
