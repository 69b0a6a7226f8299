package org.ximen.knowledge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The passages that questions have looked at lately. */
final class Readings {
    // About 1 KB each; when there are more, all are read again.
    private static final int MOST = 20_000;

    private final Map<String, Reading> read = new ConcurrentHashMap<>();

    Reading of(Passage passage) {
        var known = read.get(passage.id());
        if (known != null && known.passage() == passage) {
            return known;
        }
        if (read.size() >= MOST) {
            read.clear();
        }
        var fresh = new Reading(passage);
        read.put(passage.id(), fresh);
        return fresh;
    }
}
