package org.ximen.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Retriever.Hit;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Search;

/** One search: candidates by text and by vector, fused into one order. */
final class Ranking {
    private static final int CANDIDATES = 100;
    // Of 0.3, 0.4 and 0.5 on residents' own words; encyclopaedic questions would want more text.
    private static final double TEXT_SHARE = 0.4;

    private final IndexSearcher searcher;
    private final Search search;
    private final Map<Integer, Double> lexical = new TreeMap<>();
    private final Map<Integer, Double> near = new HashMap<>();
    private Map<Integer, Double> cosine = new HashMap<>();

    Ranking(IndexSearcher searcher, Search search) {
        this.searcher = searcher;
        this.search = search;
    }

    /** The hits, best first. */
    List<Hit> hits() throws IOException {
        var filter = Queries.filter(search);
        byText(filter);
        var vector = search.mode() == Mode.BM25 ? null : search.vector();
        if (vector != null) {
            byVector(vector, filter);
        }
        var scores = scores(vector);
        var best =
                scores.entrySet().stream()
                        .sorted(
                                Map.Entry.<Integer, Double>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(search.most())
                        .toList();
        return best.stream().map(this::hit).toList();
    }

    private void byText(Query filter) throws IOException {
        var query =
                new BooleanQuery.Builder()
                        .add(Queries.text(search.text()), Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .build();
        for (var hit : searcher.search(query, CANDIDATES).scoreDocs) {
            lexical.put(hit.doc, (double) hit.score);
        }
    }

    private void byVector(float[] vector, Query filter) throws IOException {
        var query = new KnnFloatVectorQuery(Fields.VECTOR, vector, CANDIDATES, filter);
        for (var hit : searcher.search(query, CANDIDATES).scoreDocs) {
            cosine.put(hit.doc, 2.0 * hit.score - 1); // Lucene scores a dot product as (1+d)/2
        }
        near.putAll(cosine);
        for (int doc : lexical.keySet()) {
            if (!cosine.containsKey(doc)) {
                cosine(doc, vector).ifPresent(value -> cosine.put(doc, value));
            }
        }
    }

    private OptionalDouble cosine(int doc, float[] vector) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (values == null) {
            return OptionalDouble.empty();
        }
        var scorer = values.scorer(vector);
        int wanted = doc - leaf.docBase;
        boolean there = scorer != null && scorer.iterator().advance(wanted) == wanted;
        return there ? OptionalDouble.of(2.0 * scorer.score() - 1) : OptionalDouble.empty();
    }

    private Map<Integer, Double> scores(float @Nullable [] vector) {
        var text = Spread.of(lexical);
        if (vector == null || cosine.isEmpty()) {
            cosine = Map.of();
            return text;
        }
        var meaning = Spread.of(near);
        if (search.mode() == Mode.VECTOR) {
            return meaning;
        }
        var scores = new HashMap<Integer, Double>();
        lexical.keySet().forEach(doc -> scores.put(doc, fused(doc, text, meaning)));
        cosine.keySet().forEach(doc -> scores.put(doc, fused(doc, text, meaning)));
        return scores;
    }

    /** What is not among the nearest counts 0; what lacks its vector yet stands by its words. */
    private double fused(int doc, Map<Integer, Double> text, Map<Integer, Double> meaning) {
        double words = text.getOrDefault(doc, 0.0);
        return TEXT_SHARE * words
                + (1 - TEXT_SHARE) * meaning.getOrDefault(doc, cosine.containsKey(doc) ? 0 : words);
    }

    private Hit hit(Map.Entry<Integer, Double> scored) {
        try {
            int doc = scored.getKey();
            var stored = searcher.storedFields().document(doc);
            var near = cosine.get(doc);
            return new Hit(
                    stored.get(Fields.ID),
                    stored.get(Fields.ARTICLE),
                    scored.getValue(),
                    lexical.getOrDefault(doc, 0.0),
                    near == null ? OptionalDouble.empty() : OptionalDouble.of(near));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
