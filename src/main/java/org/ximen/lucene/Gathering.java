package org.ximen.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Retriever.Hit;
import org.ximen.knowledge.Retriever.Match;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Search;

/** One search: candidates by words and by meaning, each with everything that is known of it. */
final class Gathering {
    // With 100 and 150 the right passage is no more often first (decision 0018).
    private static final int BY_TEXT = 40;
    private static final int BY_VECTOR = 60;
    // Of what is over only the best matters.
    private static final int LAPSED_PART = 3;

    private final IndexSearcher searcher;
    private final Search search;
    private final Wanted wanted;

    Gathering(IndexSearcher searcher, Search search, Wanted wanted) {
        this.searcher = searcher;
        this.search = search;
        this.wanted = wanted;
    }

    List<Hit> hits() throws IOException {
        var filter = Queries.filter(search);
        var documents = new TreeSet<Integer>();
        if (search.mode() != Mode.VECTOR || search.vector() == null) {
            var text = new BooleanQuery.Builder().add(wanted.anywhere(), Occur.MUST);
            add(documents, text.add(filter, Occur.FILTER).build(), most(BY_TEXT));
        }
        if (search.mode() != Mode.BM25 && search.vector() != null) {
            int most = most(BY_VECTOR);
            var near = new KnnFloatVectorQuery(Fields.VECTOR, search.vector(), most, filter);
            add(documents, near, most);
        }
        return hits(documents.stream().mapToInt(Integer::intValue).toArray());
    }

    private int most(int current) {
        return search.scope() == Scope.LAPSED ? current / LAPSED_PART : current;
    }

    private void add(TreeSet<Integer> documents, Query query, int most) throws IOException {
        for (var hit : searcher.search(query, most).scoreDocs) {
            documents.add(hit.doc);
        }
    }

    private List<Hit> hits(int[] documents) throws IOException {
        var hits = new ArrayList<Hit>(documents.length);
        int from = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            int end = from;
            while (end < documents.length
                    && documents[end] < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            if (end > from) {
                var local = Arrays.stream(documents, from, end).map(d -> d - leaf.docBase);
                new Leaf(leaf, local.toArray(), wanted.weights(), search.vector()).addTo(hits);
            }
            from = end;
        }
        return hits;
    }

    /** The candidates within one segment, ascending. */
    private record Leaf(
            LeafReaderContext context,
            int[] documents,
            Map<String, Weight> weights,
            float @Nullable [] vector) {

        void addTo(List<Hit> hits) throws IOException {
            var title = scores(Fields.TITLE.words());
            var titlePairs = scores(Fields.TITLE.pairs());
            var heading = scores(Fields.HEADING.words());
            var headingPairs = scores(Fields.HEADING.pairs());
            var body = scores(Fields.BODY.words());
            var bodyPairs = scores(Fields.BODY.pairs());
            var cosines = cosines();
            var ids = context.reader().getBinaryDocValues(Fields.ID);
            var articles = context.reader().getSortedDocValues(Fields.ARTICLE);
            for (int i = 0; i < documents.length; i++) {
                ids.advanceExact(documents[i]);
                articles.advanceExact(documents[i]);
                var match =
                        new Match(
                                title[i],
                                titlePairs[i],
                                heading[i],
                                headingPairs[i],
                                body[i],
                                bodyPairs[i]);
                hits.add(
                        new Hit(
                                ids.binaryValue().utf8ToString(),
                                articles.lookupOrd(articles.ordValue()).utf8ToString(),
                                match,
                                Double.isNaN(cosines[i])
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(cosines[i])));
            }
        }

        private double[] scores(String field) throws IOException {
            var scores = new double[documents.length];
            var weight = weights.get(field);
            var scorer = weight == null ? null : weight.scorer(context);
            if (scorer == null) {
                return scores;
            }
            var matches = scorer.iterator();
            for (int i = 0; i < documents.length; i++) {
                if (matches.docID() < documents[i]) {
                    matches.advance(documents[i]);
                }
                if (matches.docID() == documents[i]) {
                    scores[i] = scorer.score();
                }
            }
            return scores;
        }

        private double[] cosines() throws IOException {
            var cosines = new double[documents.length];
            Arrays.fill(cosines, Double.NaN);
            var values =
                    vector == null ? null : context.reader().getFloatVectorValues(Fields.VECTOR);
            var scorer = values == null ? null : values.scorer(vector);
            if (scorer == null) {
                return cosines;
            }
            var held = scorer.iterator();
            for (int i = 0; i < documents.length; i++) {
                if (held.docID() < documents[i]) {
                    held.advance(documents[i]);
                }
                if (held.docID() == documents[i]) {
                    cosines[i] = 2.0 * scorer.score() - 1; // Lucene scores (1 + cosine) / 2
                }
            }
            return cosines;
        }
    }
}
