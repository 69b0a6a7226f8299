package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.text.Plain;

/**
 * Whether a question goes on from the one before, and which section of the articles cited there
 * answers it. Of 112 such questions, each after a first one, the right section was taken in 109;
 * asked alone 71 and asked together with the first 70 came to it.
 */
final class FollowUp {
    // A logistic regression of these questions against 172 that stand by themselves (area under
    // the curve on articles not learnt from: .999).
    private static final double BIAS = 7;
    private static final double COSINE_GAP = 19;
    private static final double LENGTH = -0.43;
    private static final double OWN = -1.4;

    // How much the words before count where a section is chosen.
    private static final double BEFORE = 0.3;
    // So many of what both questions find together may hold the answer beside what was cited.
    private static final int NEXT = 3;
    // From here on, of 100, the section answers; asked alone it lacks its topic.
    private static final int ENOUGH = 45;
    // With less of its own, a section of another article that has enough is meant.
    private static final int SOME = 20;
    private static final int NEAREST = 3;

    private final Supplier<Shelf> shelf;
    private final Finder finder;
    private final Inquiry alone;
    private final Inquiry together;
    private final Set<String> articles;
    private final @Nullable Section best;

    /**
     * A section of an article that was cited before.
     *
     * @param alone as the question alone finds it
     * @param together as it is found with what was asked before
     */
    private record Section(Found alone, Found together) {
        double score() {
            return alone.score() + BEFORE * together.score();
        }

        /** Whether it answers, the question alone having found at least so much in it. */
        boolean says(int atLeast) {
            return alone.confidence() >= atLeast && surer().confidence() >= ENOUGH;
        }

        Found surer() {
            return together.confidence() > alone.confidence() ? together : alone;
        }
    }

    FollowUp(
            Supplier<Shelf> shelf,
            Finder finder,
            String question,
            Topic before,
            Asker asker,
            LocalDate day) {
        this.shelf = shelf;
        this.finder = finder;
        this.alone = finder.inquiry(question, asker, day);
        this.together = finder.inquiry(before.question() + " " + question, asker, day);
        this.articles = Set.copyOf(before.articles());
        this.best = sections(articles).stream().findFirst().orElse(null);
    }

    /** The sections of these articles, the best first. */
    private List<Section> sections(Set<String> among) {
        Map<String, Found> then =
                found(together, among)
                        .collect(Collectors.toMap(f -> f.passage().id(), Function.identity()));
        return found(alone, among)
                .flatMap(f ->
                        Stream.ofNullable(then.get(f.passage().id()))
                                .map(both -> new Section(f, both)))
                .sorted(Comparator.comparingDouble(section -> -section.score()))
                .toList();
    }

    private Stream<Found> found(Inquiry inquiry, Set<String> among) {
        return finder.find(inquiry.asking().within(among), Scope.CURRENT, Mode.HYBRID)
                .filter(Found::isQuotable);
    }

    /** The sections of what was cited and of what comes first for both questions together. */
    private List<Section> wider() {
        var both = together.found().stream().limit(NEXT).map(found -> found.article().id());
        return sections(
                Stream.concat(articles.stream(), both).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it goes on; what the library asks in the same words stands by itself. */
    boolean goesOn() {
        if (best == null || best.alone().cosine() == 0 || best.alone().isElsewhere()) {
            return false;
        }
        var same = new Same(alone.asking().text());
        double gap = best.alone().cosine() - nearest();
        double sum =
                BIAS
                        + COSINE_GAP * gap
                        + LENGTH * alone.asking().text().length()
                        + OWN * ownWords();
        return sum > 0 && alone.found().stream().noneMatch(f -> same.asks(f.passage()));
    }

    private double nearest() {
        return alone.found().stream().findFirst().map(Found::cosine).orElse(0.0);
    }

    /** How much its words tell that the articles do not have. */
    private double ownWords() {
        var text =
                articles.stream()
                        .flatMap(id -> shelf.get().passages(id).stream())
                        .map(passage -> Plain.comparable(passage.meaning()))
                        .collect(Collectors.joining("\n"));
        return alone.asking().words().stream()
                        .filter(word -> !text.contains(word.text()))
                        .mapToDouble(Word::weight)
                        .sum()
                / alone.asking().unseen();
    }

    /** What answers; else only {@link Unsure} what is meant. */
    Finding finding(Function<Found, Answered> quoted) {
        var all = wider();
        boolean more = all.stream().anyMatch(s -> s.alone().confidence() >= ENOUGH);
        if (best != null && best.says(more ? SOME : 0)) {
            return quoted.apply(best.surer());
        }
        return all.stream()
                .findFirst()
                .filter(section -> section.says(0))
                .<Finding>map(section -> quoted.apply(section.surer()))
                .orElseGet(() -> unsure(all));
    }

    private static Unsure unsure(List<Section> sections) {
        var near = sections.stream().map(section -> section.alone().nearest()).distinct();
        int sure = sections.stream().findFirst().map(s -> s.surer().confidence()).orElse(0);
        return new Unsure(near.limit(NEAREST).toList(), List.of(), Math.min(sure, Gate.ANSWER - 1));
    }
}
