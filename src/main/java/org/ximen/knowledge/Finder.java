package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.isolation.IsolatedRun;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.spelling.Respelling;
import org.ximen.spelling.Spelt;
import org.ximen.text.Plain;

/** Finds the passages for a question and puts them in order. */
final class Finder {
    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);

    // Characters of a question; what comes after them costs time and finds nothing better.
    private static final int READ = 500;

    // From this share of the passages on their meanings tell.
    private static final double READ_SHARE = 0.9;

    private final Supplier<Shelf> shelf;
    private final Retriever retriever;
    private final @Nullable Embedder embedder;
    private final Synonyms synonyms;
    private final Respelling respelling;
    private final Ranker ranker = new FeatureRanker();
    private final Readings readings = new Readings();
    private final Headings headings;

    Finder(
            Supplier<Shelf> shelf,
            Retriever retriever,
            @Nullable Embedder embedder,
            Synonyms synonyms,
            Respelling respelling) {
        this.shelf = shelf;
        this.retriever = retriever;
        this.embedder = embedder;
        this.synonyms = synonyms;
        this.respelling = respelling;
        this.headings = new Headings(embedder);
    }

    void warm() {
        respelling.of("");
    }

    /** The question as it was written, or as it was probably meant where that finds more. */
    Inquiry inquiry(String question, Asker asker, LocalDate day) {
        var text = OtherPlaces.withoutOrigin(Plain.comparable(Plain.start(question, READ)));
        var spelt = respelling.of(text);
        var meant = inquiry(spelt, asker, day);
        if (!spelt.changed() || spelt.letters()) { // letters as they are written mean nothing
            return meant;
        }
        var written = inquiry(Spelt.as(text), asker, day);
        return meant.sureness() >= written.sureness() ? meant : written;
    }

    private Inquiry inquiry(Spelt spelt, Asker asker, LocalDate day) {
        return new Inquiry(this, asking(spelt, asker, day));
    }

    private Asking asking(Spelt spelt, Asker asker, LocalDate day) {
        var text = spelt.text();
        var said = synonyms.of(text);
        var meant = said.meant();
        var spoken = meant.equals(text) ? List.<Word>of() : retriever.words(text);
        var meaning = meaning(meant);
        return new Asking(
                text,
                said,
                retriever.words(meant),
                spoken,
                meaning,
                meaning == null ? new double[0] : retriever.weights(meaning.tokens()),
                retriever.unseen(),
                Asked.of(text + "\n" + meant),
                asker,
                day,
                Set.of(),
                spelt.words());
    }

    private @Nullable Meaning meaning(String text) {
        if (embedder == null || isHardlyRead()) {
            return null;
        }
        return IsolatedRun.<@Nullable Meaning, RuntimeException>of(
                () -> embedder.embed(List.of(text)).getFirst(),
                why -> { // words still answer
                    LOG.warn("The embedding model failed, searching by words only", why);
                    return null;
                });
    }

    /** While most has no meaning yet, the few that have one would be taken for the answer. */
    private boolean isHardlyRead() {
        return retriever.meanings() < READ_SHARE * retriever.size() || retriever.meanings() == 0;
    }

    /** Everything found, best first; with one stage alone, in that stage's order. */
    Stream<Found> find(Asking asking, Scope scope, Mode mode) {
        var pool = pool(asking, scope, mode);
        var standings = pool.standings();
        var scores =
                switch (mode) {
                    case BM25 -> standings.stream().mapToDouble(s -> s.one().lexical()).toArray();
                    case VECTOR -> standings.stream().mapToDouble(s -> s.one().cosine()).toArray();
                    case HYBRID -> ranker.scores(pool);
                };
        double best = Arrays.stream(scores).max().orElse(0);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .map(i -> Found.of(asking, standings.get(i), scores[i], best, headings));
    }

    Pool pool(Asking asking, Scope scope, Mode mode) {
        var now = shelf.get();
        var candidates = new ArrayList<Candidate>();
        for (var hit : retriever.search(asking.search(scope, mode))) {
            var passage = now.passages().get(hit.passage());
            var article = now.article(hit.article()).orElse(null);
            // The index may be a moment older than the shelf.
            if (passage != null && article != null && scope == article.scope(asking.day())) {
                var reading = readings.of(passage);
                candidates.add(Candidate.of(asking, article, hit, reading));
            }
        }
        return new Pool(asking, candidates);
    }
}
