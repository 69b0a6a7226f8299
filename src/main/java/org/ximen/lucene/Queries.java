package org.ximen.lucene;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Retriever.Search;

/** What is asked, as Lucene queries. */
final class Queries {
    // People type a line or two; more only costs time and may be meant to.
    private static final int MOST_CHARACTERS = 300;

    private Queries() {}

    /** By field what is looked for in it, words first and pairs second; none of it required. */
    static Map<String, Query> fields(String text) {
        var plain = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        var builder = new QueryBuilder(Analysis.ALL);
        Map<String, Query> queries = new LinkedHashMap<>();
        for (var field : Fields.values()) {
            for (var name : List.of(field.words(), field.pairs())) {
                var query = builder.createBooleanQuery(name, plain);
                if (query != null) { // not only stop words
                    queries.put(name, query);
                }
            }
        }
        return queries;
    }

    /** All fields together, weighed. */
    static Query text(Map<String, Query> fields) {
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

    /** What may be found at all. */
    static Query filter(Search search) {
        var query = new BooleanQuery.Builder().add(audience(search.audience()), Occur.FILTER);
        if (!search.areas().isEmpty()) {
            query.add(any(Fields.AREA, search.areas()), Occur.FILTER);
        }
        var current = current(search.day().toEpochDay());
        switch (search.scope()) {
            case CURRENT -> query.add(current, Occur.FILTER);
            case LAPSED ->
                    query.add(new MatchAllDocsQuery(), Occur.FILTER).add(current, Occur.MUST_NOT);
        }
        return query.build();
    }

    private static Query current(long day) {
        return new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(Fields.FROM, Long.MIN_VALUE, day), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.UNTIL, day, Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    // Rules for residents and for merchants are public; only what is for staff alone is hidden.
    private static Query audience(Audience asker) {
        if (asker == Audience.STAFF) {
            return new MatchAllDocsQuery();
        }
        var open = EnumSet.complementOf(EnumSet.of(Audience.STAFF));
        return any(Fields.AUDIENCE, open.stream().map(Enum::name).toList());
    }

    private static Query any(String field, Collection<String> values) {
        var query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(field, Documents.EVERY)), Occur.SHOULD);
        values.forEach(v -> query.add(new TermQuery(new Term(field, v)), Occur.SHOULD));
        return query.build();
    }
}
