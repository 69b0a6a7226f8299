package org.ximen.knowledge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;

/** A question and what counts on its day; that is looked for once. For one thread. */
final class Inquiry {
    private static final int HITS = 20;
    // The best by rank is not always the surest; nor is it always what others asked in like words.
    private static final int BY_RANK = 7;
    private static final int BY_QUESTION = 3;

    /** So many of the first of {@link #found} may be the surest. */
    static final int LOOKED_AT = BY_RANK + BY_QUESTION;

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

    /** The best passages: by rank, then by what others asked, then more by rank. */
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
        var ranked = finder.find(asking, scope, Mode.HYBRID).toList();
        var asked =
                ranked.stream()
                        .filter(found -> found.question() > 0)
                        .sorted(Comparator.comparingDouble(found -> -found.question()))
                        .limit(BY_QUESTION);
        Map<String, Found> found = new LinkedHashMap<>();
        Stream.of(ranked.stream().limit(BY_RANK), asked, ranked.stream())
                .flatMap(Function.identity())
                .forEach(each -> found.putIfAbsent(each.passage().id(), each));
        return found.values().stream().limit(HITS).toList();
    }

    /** How sure the surest of the best is, 0 to 100. */
    int sureness() {
        return found().stream().limit(LOOKED_AT).mapToInt(Found::confidence).max().orElse(0);
    }
}
