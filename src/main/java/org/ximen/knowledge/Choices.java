package org.ximen.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.ximen.knowledge.Finding.Nearest;

/** What is offered where nothing answers: no article twice, unless all are sections of one. */
final class Choices {
    private static final int MOST = 3;

    private Choices() {}

    /** At most three, the nearest first. */
    static List<Nearest> of(Stream<Found> found) {
        var nearest = found.map(Found::nearest).distinct().toList();
        return (ofOne(nearest) ? first(nearest) : each(nearest)).limit(MOST).toList();
    }

    /** Whether the two nearest stand in one article: then a section of it is probably meant. */
    private static boolean ofOne(List<Nearest> nearest) {
        return nearest.size() > 1 && nearest.get(0).article().equals(nearest.get(1).article());
    }

    private static Stream<Nearest> first(List<Nearest> nearest) {
        var article = nearest.getFirst().article();
        return nearest.stream()
                .filter(near -> near.article().equals(article) && near.section() != null);
    }

    private static Stream<Nearest> each(List<Nearest> nearest) {
        var named = new HashSet<String>();
        return nearest.stream().filter(near -> named.add(near.article()));
    }
}
