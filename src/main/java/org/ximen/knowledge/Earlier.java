package org.ximen.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Finding.Changed;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;

/** What earlier rules said: where they are asked for, and where a present one changed them. */
final class Earlier {
    private static final int LOOKED_AT = 5;
    private static final Pattern AMOUNT = Pattern.compile(FactPatterns.any("amount.tells"));

    private final Supplier<Shelf> shelf;
    private final Finder finder;

    Earlier(Supplier<Shelf> shelf, Finder finder) {
        this.shelf = shelf;
        this.finder = finder;
    }

    /** The earlier rule that a question asks for and that answers it. */
    Optional<Found> asked(Asking asking) {
        return Past.of(asking.text(), asking.day())
                .flatMap(past -> best(asking, past))
                .filter(Found::answers)
                .filter(found -> isOver(found, asking));
    }

    private Optional<Found> best(Asking asking, Past past) {
        return switch (past) {
            case Past.On(var day) ->
                    finder.find(asking.on(day), Scope.CURRENT, Mode.HYBRID).findFirst();
            case Past.Before() ->
                    finder.find(asking, Scope.LAPSED, Mode.HYBRID)
                            .filter(found -> isOver(found, asking))
                            .findFirst();
        };
    }

    private static boolean isOver(Found found, Asking asking) {
        var validity = found.article().on(asking.day());
        return validity == Validity.SUPERSEDED
                || validity == Validity.REPEALED
                || validity == Validity.EXPIRED;
    }

    /** What the version before said, if it names other amounts. */
    @Nullable Changed changed(Asking asking, Found now) {
        var older = shelf.get().older(now.article().id());
        var since = now.article().effective();
        if (older.isEmpty() || since == null) {
            return null;
        }
        var quoting = new Quoting(asking);
        var sentence = quoting.best(now.passage());
        return finder.find(asking, Scope.LAPSED, Mode.HYBRID)
                .limit(LOOKED_AT)
                .filter(then -> older.contains(then.article().id()) && then.answers())
                .map(then ->
                        new Changed(then.article().title(), since, quoting.best(then.passage())))
                .findFirst()
                .filter(change -> differs(sentence, change.before()))
                .orElse(null);
    }

    private static boolean differs(String now, String before) {
        var amounts = amounts(before);
        return !amounts.isEmpty() && !amounts.equals(amounts(now));
    }

    private static List<String> amounts(String sentence) {
        return AMOUNT.matcher(sentence).results().map(MatchResult::group).toList();
    }
}
