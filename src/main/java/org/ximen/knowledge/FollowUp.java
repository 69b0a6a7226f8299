package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    // Any fine of a law answers 罚多少; which one, only the words before tell.
    private static final double BEFORE_NUMBERED = 2;
    // How much it counts that a heading asks the same.
    private static final double HEADING = 2;
    // How much it counts against a section that it has not the kind of fact that is asked for.
    private static final double MISSING = 1;
    // So far ahead of all others a section is meant, where it has what is asked for.
    private static final double AHEAD = 1;
    // A question with so few characters rarely names all that it is about.
    private static final int SHORT = 14;
    // With more words of its own it asks of something else.
    private static final double FEW_OWN = 0.5;
    // So many of what both questions find together may hold the answer beside what was cited.
    private static final int NEXT = 3;
    // From here on, of 100, the section answers; asked alone it lacks its topic.
    private static final int ENOUGH = 35;
    // With less of its own, a section of another article that has enough is meant.
    private static final int SOME = 20;

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
     * @param heading how much of the question stands in its heading, 0 to 1
     */
    private record Section(Found alone, Found together, double heading) {
        double score() {
            return alone.score()
                    + before() * together.score()
                    + HEADING * heading
                    - (hasFact() ? 0 : MISSING);
        }

        private double before() {
            return alone.passage().isTitled() ? BEFORE : BEFORE_NUMBERED;
        }

        /** Whether it has the kinds of fact that the question asks for. */
        boolean hasFact() {
            return alone.hasFact();
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
        var same = new Same(alone.asking().text());
        return found(alone, among)
                .flatMap(f ->
                        Stream.ofNullable(then.get(f.passage().id()))
                                .map(both -> new Section(f, both, same.asked(f.passage()))))
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
        return (isNearer(best) || isSurer())
                && alone.found().stream().noneMatch(f -> same.asks(f.passage()));
    }

    /** Whether what was cited is about as near as anything else to a question that is short. */
    private boolean isNearer(Section section) {
        double gap = section.alone().cosine() - nearest();
        double length = alone.asking().text().length();
        return BIAS + COSINE_GAP * gap + LENGTH * length + OWN * ownWords() > 0;
    }

    /** Whether with what was asked before an article answers that was cited then. */
    private boolean isSurer() {
        int surest = alone.found().stream().findFirst().map(Found::confidence).orElse(0);
        return alone.asking().text().length() <= SHORT
                && ownWords() < FEW_OWN
                && surest().filter(found -> found.confidence() >= surest).isPresent();
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
                .filter(section -> section.says(0) || isAhead(all))
                .<Finding>map(section -> quoted.apply(section.surer()))
                .orElseGet(() -> unsure(all));
    }

    /** What both questions together find first, where it answers and was cited before. */
    private Optional<Found> surest() {
        return together.found().stream()
                .findFirst()
                .filter(found -> articles.contains(found.article().id()))
                .filter(Found::answers);
    }

    /** Whether the first is plainly meant, and of what was cited. */
    private boolean isAhead(List<Section> all) {
        var first = all.getFirst();
        double next = all.stream().skip(1).findFirst().map(Section::score).orElse(-AHEAD);
        return articles.contains(first.alone().article().id())
                && first.hasFact()
                && first.score() >= next + AHEAD;
    }

    private static Unsure unsure(List<Section> sections) {
        var near = Choices.of(sections.stream().map(Section::alone));
        int sure = sections.stream().findFirst().map(s -> s.surer().confidence()).orElse(0);
        return new Unsure(near, List.of(), Math.min(sure, Gate.ANSWER - 1));
    }
}
