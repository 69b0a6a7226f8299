package org.ximen.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;

/** A question and what counts on its day; that is looked for once. For one thread. */
final class Inquiry {
    private static final int HITS = 20;
    // The best by rank is not always the surest.
    private static final int LOOKED_AT = 3;

    private final Finder finder;
    private final Asking asking;
    private @Nullable List<Found> found;

    Inquiry(Finder finder, Asking asking) {
        this.finder = finder;
        this.asking = asking;
    }

    Asking asking() {
        return asking;
    }

    /** The best passages, best first. */
    List<Found> found() {
        var known = found;
        if (known == null) {
            known = find(Scope.CURRENT);
            found = known;
        }
        return known;
    }

    /** The best passages among those that do not count. */
    List<Found> lapsed() {
        return find(Scope.LAPSED);
    }

    private List<Found> find(Scope scope) {
        return finder.find(asking, scope, Mode.HYBRID).limit(HITS).toList();
    }

    /** How sure the surest of the best is, 0 to 100. */
    int sureness() {
        return found().stream().limit(LOOKED_AT).mapToInt(Found::confidence).max().orElse(0);
    }
}
