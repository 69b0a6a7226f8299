package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.knowledge.Finding.Silent;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.text.Plain;

/**
 * A question behind an answer: whether it goes on from there, and which section of the articles
 * cited there answers it. Both are learnt from dialogues with a verdict on every question; see
 * {@code src/test/ranker/README.md}.
 */
final class FollowUp {
    private static final Trees<FollowUp> GOES_ON =
            Trees.read("going-on.txt", name -> GoingOnFeature.valueOf(name)::of);
    // So many of what is found for a question are looked at.
    private static final int LOOKED_AT = 3;
    // Of so many of what is found for either question the articles are looked at.
    private static final int NEAR = 6;

    private final Supplier<Shelf> shelf;
    private final Continuation continuation;
    private final Inquiry alone;
    private final Inquiry together;
    private final Set<String> articles;
    private final List<NextSection> sections;

    FollowUp(
            Supplier<Shelf> shelf,
            Finder finder,
            Continuation continuation,
            String question,
            Topic before,
            Asker asker,
            LocalDate day) {
        this.shelf = shelf;
        this.continuation = continuation;
        this.alone = finder.inquiry(question, asker, day);
        this.together = finder.inquiry(before.question() + " " + question, asker, day);
        this.articles = Set.copyOf(before.articles());
        this.sections = sections(finder);
    }

    /** The sections of the articles cited before and of those that are near, the surest first. */
    private List<NextSection> sections(Finder finder) {
        var looked =
                Stream.concat(near(alone), near(together))
                        .map(found -> found.article().id())
                        .collect(Collectors.toCollection(() -> new HashSet<>(articles)));
        Map<String, Found> then =
                within(looked, finder, together)
                        .collect(Collectors.toMap(f -> f.passage().id(), Function.identity()));
        return within(looked, finder, alone)
                .flatMap(f ->
                        Stream.ofNullable(then.get(f.passage().id()))
                                .map(both -> new NextSection(f, both, isCited(f))))
                .sorted(Comparator.comparingInt((NextSection s) -> -s.confidence()))
                .toList();
    }

    private static Stream<Found> near(Inquiry inquiry) {
        return inquiry.found().stream().limit(NEAR);
    }

    private static Stream<Found> within(Set<String> articles, Finder finder, Inquiry inquiry) {
        return finder.find(inquiry.asking().within(articles), Scope.CURRENT, Mode.HYBRID)
                .filter(Found::isQuotable);
    }

    private boolean isCited(Found found) {
        return articles.contains(found.article().id());
    }

    Inquiry alone() {
        return alone;
    }

    Inquiry together() {
        return together;
    }

    List<NextSection> sections() {
        return sections;
    }

    /** How likely it goes on by its words alone, as log-odds. */
    double byWords() {
        var meaning = alone.asking().meaning();
        return continuation.logOdds(
                alone.asking().text(), meaning == null ? null : meaning.vector());
    }

    /** How much its words tell that the articles do not have. */
    double ownWords() {
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

    /** The most of what is found for the question alone. */
    double best(ToDoubleFunction<Found> value) {
        return most(alone.found().stream().limit(LOOKED_AT), value);
    }

    double bestTogether(ToDoubleFunction<Found> value) {
        return most(together.found().stream().limit(LOOKED_AT), value);
    }

    /** The most of what was cited before. */
    double cited(ToDoubleFunction<Found> value) {
        return most(cited().map(NextSection::alone), value);
    }

    double citedTogether(ToDoubleFunction<Found> value) {
        return most(cited().map(NextSection::together), value);
    }

    private Stream<NextSection> cited() {
        return sections.stream().filter(NextSection::cited);
    }

    private static double most(Stream<Found> found, ToDoubleFunction<Found> value) {
        return found.mapToDouble(value).max().orElse(0);
    }

    boolean isCitedFirst(Inquiry inquiry) {
        return inquiry.found().stream()
                .findFirst()
                .filter(found -> articles.contains(found.article().id()))
                .isPresent();
    }

    /** Whether it goes on; what the library asks in the same words stands by itself. */
    boolean goesOn() {
        var same = new Same(alone.asking().text());
        return alone.asking().meaning() != null
                && GOES_ON.of(this) >= 0
                && alone.found().stream().noneMatch(f -> same.asks(f.passage()));
    }

    /**
     * What the section says that answers surest; empty where the articles cited before do not say
     * it and something else does.
     */
    Optional<Finding> finding(Function<Found, Finding.Answered> quoted) {
        if (cited().anyMatch(section -> section.quoted().passage().isNumbered())) {
            return ofLaw(quoted);
        }
        var first = sections.stream().findFirst().orElse(null);
        int sure = first == null ? 0 : first.confidence();
        if (first != null && sure >= Gate.ANSWER) {
            return Optional.of(quoted.apply(first.quoted()));
        }
        boolean elsewhere = best(Found::confidence) >= Gate.ANSWER;
        if (elsewhere && best(Found::confidence) > sure) {
            return Optional.empty();
        }
        return first != null && sure >= Gate.UNSURE
                ? Optional.of(unsure(first, quoted))
                : cited().findFirst().map(section -> silent(section.quoted().article(), sure));
    }

    /** What the articles cited before say surest, however sure that is. */
    Optional<Finding> ofCited(Function<Found, Finding.Answered> quoted) {
        return cited().findFirst().map(NextSection::quoted).map(quoted);
    }

    /** A law has many articles under mere numbers: both questions together find the one meant. */
    private Optional<Finding> ofLaw(Function<Found, Finding.Answered> quoted) {
        return together.found().stream()
                .findFirst()
                .filter(Found::answers)
                .filter(found ->
                        articles.contains(found.article().id())
                                || found.confidence() >= best(Found::confidence))
                .map(quoted);
    }

    private Finding unsure(NextSection first, Function<Found, Finding.Answered> quoted) {
        var near =
                sections.stream()
                        .filter(section -> section.confidence() >= Gate.UNSURE)
                        .map(NextSection::quoted);
        return new Unsure(
                Choices.of(near), quoted.apply(first.quoted()), List.of(), first.confidence());
    }

    private Finding silent(Article article, int sure) {
        var near = Choices.of(sections.stream().map(NextSection::quoted));
        return new Silent(article.id(), article.title(), near, sure);
    }
}
