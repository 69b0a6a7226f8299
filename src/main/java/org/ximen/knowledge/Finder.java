package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.meaning.Embedder;
import org.ximen.text.Plain;

/** Finds the passages for a question and puts them in order. */
final class Finder {
    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);

    // The best by rank is not always the surest.
    private static final int LOOKED_AT = 3;

    private final Supplier<Shelf> shelf;
    private final Retriever retriever;
    private final @Nullable Embedder embedder;
    private final Synonyms synonyms;
    private final Respelling respelling;
    private final Ranker ranker = new FeatureRanker();
    private final Readings readings = new Readings();

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
    }

    void warm() {
        respelling.of("");
    }

    /** The question as it was written, or as it was probably meant where that finds more. */
    Asking asking(String question, Audience audience, LocalDate day) {
        var text = Plain.comparable(question);
        var spelt = respelling.of(text);
        if (!spelt.changed()) {
            return asking(spelt, audience, day);
        }
        var meant = asking(spelt, audience, day);
        if (spelt.letters()) { // as written they mean nothing
            return meant;
        }
        var written = asking(Spelt.as(text), audience, day);
        return sureness(meant) >= sureness(written) ? meant : written;
    }

    private int sureness(Asking asking) {
        return find(asking, Scope.CURRENT, Mode.HYBRID)
                .limit(LOOKED_AT)
                .mapToInt(Found::confidence)
                .max()
                .orElse(0);
    }

    private Asking asking(Spelt spelt, Audience audience, LocalDate day) {
        var text = spelt.text();
        var said = synonyms.of(text);
        var meant = said.meant();
        var spoken = meant.equals(text) ? List.<Word>of() : retriever.words(text);
        return new Asking(
                text,
                said,
                retriever.words(meant),
                spoken,
                vector(meant),
                Asked.of(text + "\n" + meant),
                audience,
                day,
                spelt.words());
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
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .map(i -> new Found(asking, standings.get(i), scores[i]));
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
