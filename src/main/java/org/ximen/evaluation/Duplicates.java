package org.ximen.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ximen.understanding.DuplicateModel;
import org.ximen.understanding.ReportFacts;

/** Whether two reports of one case are held for one, and others are not. */
final class Duplicates {
    private static final double HOUR = Duration.ofHours(1).toSeconds();

    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(boolean same, boolean held) {}

    /**
     * @param read a report from its words, as the product reads it
     */
    Duplicates(List<Line> lines, Function<String, ReportFacts> read) {
        var model = new DuplicateModel();
        for (var line : lines) {
            var apart = Duration.ofSeconds(Math.round(line.number("hours_apart") * HOUR));
            var a = read.apply(line.text("a"));
            var b = read.apply(line.text("b"));
            pairs.add(new Pair(line.flag("same"), model.same(a, b, apart)));
        }
    }

    Figures figures() {
        long both = count(pair -> pair.same() && pair.held());
        return new Figures()
                .count("pairs", pairs.size())
                .share("precision", both, count(Pair::held))
                .share("recall", both, count(Pair::same));
    }

    private long count(Predicate<Pair> test) {
        return pairs.stream().filter(test).count();
    }
}
