package org.ximen.lucene;

import java.util.Collection;
import java.util.EnumSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Retriever.Search;

/** What may be found, as Lucene queries. */
final class Queries {
    private Queries() {}

    /** What may be found at all. */
    static Query filter(Search search) {
        var asker = search.asker();
        var query = new BooleanQuery.Builder().add(audience(asker.audience()), Occur.FILTER);
        if (!asker.areas().isEmpty()) {
            query.add(any(Fields.AREA, asker.areas()), Occur.FILTER);
        }
        var current = current(search.day().toEpochDay());
        switch (search.scope()) {
            case CURRENT -> query.add(current, Occur.FILTER);
            case LAPSED ->
                    query.add(new MatchAllDocsQuery(), Occur.FILTER).add(current, Occur.MUST_NOT);
        }
        var allowed = new Allowed(query.build());
        return search.within().isEmpty()
                ? allowed
                : new BooleanQuery.Builder()
                        .add(allowed, Occur.FILTER)
                        .add(articles(search.within()), Occur.FILTER)
                        .build();
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

    private static Query articles(Collection<String> ids) {
        var query = new BooleanQuery.Builder();
        ids.forEach(id -> query.add(new TermQuery(new Term(Fields.ARTICLE, id)), Occur.SHOULD));
        return query.build();
    }

    private static Query any(String field, Collection<String> values) {
        var query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(field, Documents.EVERY)), Occur.SHOULD);
        values.forEach(v -> query.add(new TermQuery(new Term(field, v)), Occur.SHOULD));
        return query.build();
    }
}
