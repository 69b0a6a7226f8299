package org.ximen.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The words of one question in one state of the index, cut and looked up once for all that is done
 * with them: finding candidates, weighing each, and once more among what no longer counts.
 */
final class Wanted {
    // People type a line or two; more only costs time and may be meant to.
    private static final int MOST_CHARACTERS = 300;

    private final IndexSearcher searcher;
    private final String asked;
    private final OwnWords own;
    private final Map<String, Query> fields = new LinkedHashMap<>();
    private final Map<String, Weight> weights = new LinkedHashMap<>();

    Wanted(IndexSearcher searcher, String asked, OwnWords own) throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.own = own;
        var plain = asked.substring(0, Math.min(asked.length(), MOST_CHARACTERS));
        var builder = new QueryBuilder(Analysis.ALL);
        var words = words(builder.createBooleanQuery(Fields.BODY.words(), plain), own.in(plain));
        var pairs = builder.createBooleanQuery(Fields.BODY.pairs(), plain);
        for (var field : Fields.values()) {
            if (words != null) { // not only stop words
                put(field.words(), in(field.words(), words));
            }
            if (pairs != null) {
                put(field.pairs(), in(field.pairs(), pairs));
            }
        }
    }

    /** The words that the general dictionary finds, and the street's own. */
    private static @Nullable Query words(@Nullable Query cut, List<String> own) {
        if (own.isEmpty()) {
            return cut;
        }
        var all = new BooleanQuery.Builder();
        if (cut instanceof BooleanQuery several) {
            several.forEach(clause -> all.add(clause.query(), clause.occur()));
        } else if (cut != null) {
            all.add(cut, Occur.SHOULD);
        }
        own.stream()
                .distinct()
                .map(word -> new TermQuery(new Term(Fields.BODY.words(), word)))
                .forEach(word -> all.add(word, Occur.SHOULD));
        return all.build();
    }

    private void put(String field, Query query) throws IOException {
        fields.put(field, query);
        var plain = searcher.rewrite(query);
        weights.put(field, searcher.createWeight(plain, ScoreMode.COMPLETE, 1));
    }

    /** The same words in another field, looked up there. */
    private Query in(String field, Query query) throws IOException {
        return switch (query) {
            case TermQuery one -> {
                var term = new Term(field, one.getTerm().bytes());
                yield new TermQuery(term, TermStates.build(searcher, term, true));
            }
            case BooleanQuery all -> {
                var some = new BooleanQuery.Builder();
                for (var clause : all) {
                    some.add(in(field, clause.query()), clause.occur());
                }
                yield some.build();
            }
            default -> throw new IllegalStateException("No words: " + query);
        };
    }

    boolean isOf(IndexSearcher other, String text, OwnWords words) {
        return searcher == other && asked.equals(text) && own.equals(words);
    }

    /** All fields together, weighed. */
    Query anywhere() {
        var query = new BooleanQuery.Builder();
        for (var field : Fields.values()) {
            for (var name : List.of(field.words(), field.pairs())) {
                var part = fields.get(name);
                if (part != null) {
                    query.add(new BoostQuery(part, field.boost()), Occur.SHOULD);
                }
            }
        }
        return query.build();
    }

    /** By field how well its text matches, each for itself. */
    Map<String, Weight> weights() {
        return weights;
    }
}
