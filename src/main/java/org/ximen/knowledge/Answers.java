package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Lapsed;
import org.ximen.knowledge.Finding.Nearest;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.knowledge.Retriever.Hit;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Search;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.meaning.Embedder;
import org.ximen.text.Plain;

/** Answers questions from the articles that count on the day, in their own words. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int HITS = 20;
    private static final int MEASURED = 100;
    private static final int NEAREST = 3;
    // A second source is quoted only if it is nearly as good as the first.
    private static final double NEARLY = 0.92;
    // Rank corrections, in parts of the search's 0…1; from .1 to .3 they made no difference.
    private static final double COVERAGE = 0.1;
    private static final double MISSING = 0.2;
    private static final double ELSEWHERE = 0.3;

    private final Supplier<Shelf> shelf;
    private final Retriever retriever;
    private final @Nullable Embedder embedder;

    private record Question(
            String text,
            List<Word> words,
            float @Nullable [] vector,
            Audience audience,
            LocalDate day) {}

    /**
     * @param embedder without one, or while passages lack their vectors, words alone decide
     */
    public Answers(Library library, Retriever retriever, @Nullable Embedder embedder) {
        this(library::shelf, retriever, embedder);
    }

    Answers(Supplier<Shelf> shelf, Retriever retriever, @Nullable Embedder embedder) {
        this.shelf = shelf;
        this.retriever = retriever;
        this.embedder = embedder;
    }

    /** The answer to a question, as of a day. */
    public Finding answer(String question, Audience audience, LocalDate today) {
        var text = Plain.comparable(question);
        if (text.isEmpty()) {
            return new Nothing(List.of(), List.of(), 0);
        }
        var asked = asked(text, audience, today);
        var found = find(asked, Scope.CURRENT);
        var same = found.stream().filter(f -> Same.question(text, f.passage())).findFirst();
        return same.<Finding>map(f -> whole(f, today)).orElseGet(() -> judged(asked, found));
    }

    /**
     * The passages for a question in the order in which {@link #answer} looks at them, and then
     * those that it does not; best first, at most 100: to measure what each mode brings.
     */
    public List<Passage> ranked(String question, Audience audience, LocalDate today, Mode mode) {
        var asked = asked(Plain.comparable(question), audience, today);
        var hits = retriever.search(search(asked, Scope.CURRENT, mode, MEASURED));
        int judged = mode == Mode.HYBRID ? Math.min(HITS, hits.size()) : 0;
        var first = best(asked, hits.subList(0, judged)).map(Found::passage);
        var rest = hits.stream().skip(judged).map(hit -> shelf.get().passages().get(hit.passage()));
        return Stream.concat(first, rest.flatMap(Stream::ofNullable)).toList();
    }

    private Question asked(String text, Audience audience, LocalDate day) {
        return new Question(text, retriever.words(text), vector(text), audience, day);
    }

    private Finding judged(Question asked, List<Found> found) {
        if (!found.isEmpty() && found.getFirst().answers()) {
            return quoted(asked, found);
        }
        var nearest = nearest(found);
        var lapsed = lapsed(asked);
        int confidence = found.isEmpty() ? 0 : found.getFirst().confidence();
        return confidence < Gate.UNSURE
                ? new Nothing(nearest, lapsed, confidence)
                : new Unsure(nearest, lapsed, confidence);
    }

    private float @Nullable [] vector(String text) {
        if (embedder == null || retriever.vectors() == 0) {
            return null;
        }
        try {
            return embedder.embed(List.of(text)).getFirst();
        } catch (RuntimeException e) { // words still answer
            LOG.warn("The embedding model failed, searching by words only", e);
            return null;
        }
    }

    private List<Found> find(Question asked, Scope scope) {
        return best(asked, retriever.search(search(asked, scope, Mode.HYBRID, HITS)))
                .filter(f -> scope == scope(f, asked.day()))
                .toList();
    }

    private Stream<Found> best(Question asked, List<Hit> hits) {
        return hits.stream()
                .map(hit -> found(asked, hit))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble((Found f) -> -f.score()));
    }

    private static Search search(Question asked, Scope scope, Mode mode, int most) {
        return new Search(
                asked.text(),
                asked.vector(),
                asked.audience(),
                Set.of(),
                asked.day(),
                scope,
                mode,
                most);
    }

    /** The index may be a moment older than the library. */
    private static Scope scope(Found found, LocalDate day) {
        return found.article().on(day) == Validity.CURRENT ? Scope.CURRENT : Scope.LAPSED;
    }

    private Optional<Found> found(Question asked, Hit hit) {
        var passage = shelf.get().passages().get(hit.passage());
        var article = shelf.get().article(hit.article()).orElse(null);
        if (passage == null || article == null) {
            return Optional.empty();
        }
        var signals = Signals.of(asked.text(), asked.words(), passage, hit.cosine());
        double score =
                hit.score()
                        + COVERAGE * signals.coverage()
                        - (signals.missing() ? MISSING : 0)
                        - (signals.elsewhere() ? ELSEWHERE : 0);
        return Optional.of(new Found(article, passage, signals, score));
    }

    /** Everything under the heading that is the question. */
    private Answered whole(Found found, LocalDate day) {
        var path = found.passage().path();
        var text =
                shelf.get().passages(found.article().id()).stream()
                        .filter(p -> p.path().equals(path))
                        .map(Passage::text)
                        .collect(Collectors.joining("\n"));
        return new Answered(text + "〔1〕", List.of(found.source(day)), 100, true);
    }

    private static Answered quoted(Question asked, List<Found> found) {
        var quoting = new Quoting(asked.text(), asked.words());
        var best = found.getFirst();
        var sources = new ArrayList<>(List.of(best));
        found.stream()
                .skip(1)
                .limit(1)
                .filter(f -> f.answers() && f.score() >= NEARLY * best.score())
                .forEach(sources::add);
        var text = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(quoting.quote(sources.get(i).passage()));
            text.append("〔").append(i + 1).append("〕");
        }
        var citations = sources.stream().map(f -> f.source(asked.day())).toList();
        return new Answered(text.toString(), citations, best.confidence(), false);
    }

    private static List<Nearest> nearest(List<Found> found) {
        return found.stream().map(Found::nearest).distinct().limit(NEAREST).toList();
    }

    private List<Lapsed> lapsed(Question asked) {
        return find(asked, Scope.LAPSED).stream()
                .limit(NEAREST)
                .filter(f -> f.answers() || Same.question(asked.text(), f.passage()))
                .map(f -> f.lapsed(asked.day()))
                .distinct()
                .toList();
    }
}
