package org.ximen.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.ximen.knowledge.Retriever.Hit;
import org.ximen.knowledge.Retriever.Match;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Nearness;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.knowledge.Retriever.Search;
import org.ximen.meaning.QuestionVectors;
import org.ximen.meaning.Tokens;

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
    private final double[] tokenWeights;

    Gathering(IndexSearcher searcher, Search search, Wanted wanted) throws IOException {
        this.searcher = searcher;
        this.search = search;
        this.wanted = wanted;
        var meaning = search.meaning();
        var tokens = meaning == null ? Tokens.NONE : meaning.tokens();
        this.tokenWeights = Weights.of(searcher.getIndexReader(), tokens);
    }

    List<Hit> hits() throws IOException {
        var filter = Queries.filter(search);
        var documents = new TreeSet<Integer>();
        var meaning = search.meaning();
        if (search.mode() != Mode.VECTOR || meaning == null) {
            var text = new BooleanQuery.Builder().add(wanted.anywhere(), Occur.MUST);
            add(documents, text.add(filter, Occur.FILTER).build(), most(BY_TEXT));
        }
        if (search.mode() != Mode.BM25 && meaning != null) {
            int most = most(BY_VECTOR);
            var near = new KnnFloatVectorQuery(Fields.VECTOR, meaning.vector(), most, filter);
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
                new Leaf(leaf, local.toArray()).addTo(hits);
            }
            from = end;
        }
        return hits;
    }

    /** The candidates within one segment, ascending. */
    private final class Leaf {
        private final LeafReaderContext context;
        private final int[] documents;

        Leaf(LeafReaderContext context, int[] documents) {
            this.context = context;
            this.documents = documents;
        }

        void addTo(List<Hit> hits) throws IOException {
            var title = scores(Fields.TITLE.words());
            var titlePairs = scores(Fields.TITLE.pairs());
            var heading = scores(Fields.HEADING.words());
            var headingPairs = scores(Fields.HEADING.pairs());
            var body = scores(Fields.BODY.words());
            var bodyPairs = scores(Fields.BODY.pairs());
            var nearness = nearness();
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
                                Optional.ofNullable(nearness.get(documents[i]))));
            }
        }

        private double[] scores(String field) throws IOException {
            var scores = new double[documents.length];
            var weight = wanted.weights().get(field);
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

        private Map<Integer, Nearness> nearness() throws IOException {
            var meaning = search.meaning();
            var vectors = context.reader().getFloatVectorValues(Fields.VECTOR);
            if (meaning == null || vectors == null) {
                return Map.of();
            }
            var cosines = vectors.scorer(meaning.vector());
            var tokens = context.reader().getBinaryDocValues(Fields.TOKENS);
            var questions = context.reader().getBinaryDocValues(Fields.QUESTIONS);
            if (cosines == null || tokens == null || questions == null) {
                return Map.of();
            }
            var nearness = new HashMap<Integer, Nearness>();
            var held = cosines.iterator();
            for (int document : documents) {
                if (held.docID() < document) {
                    held.advance(document);
                }
                if (held.docID() == document
                        && tokens.advanceExact(document)
                        && questions.advanceExact(document)) {
                    double cosine = 2.0 * cosines.score() - 1; // Lucene scores (1 + cosine) / 2
                    var asked = questions(questions, meaning.vector());
                    nearness.put(
                            document, nearness(cosine, meaning.tokens(), tokens(tokens), asked));
                }
            }
            return nearness;
        }

        private Nearness nearness(double cosine, Tokens asked, Tokens passage, double question) {
            var each = asked.nearest(passage, tokenWeights.length);
            return new Nearness(cosine, Tokens.mean(each, tokenWeights), each, question);
        }

        private static double questions(BinaryDocValues values, float[] vector) throws IOException {
            var bytes = values.binaryValue();
            return QuestionVectors.fromBytes(bytes.bytes, bytes.offset, bytes.length, vector.length)
                    .nearest(vector);
        }

        private static Tokens tokens(BinaryDocValues values) throws IOException {
            var bytes = values.binaryValue();
            return Tokens.fromBytes(bytes.bytes, bytes.offset, bytes.length);
        }
    }
}
