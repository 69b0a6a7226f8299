package org.ximen.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What may be found at all, kept in one piece so that its passages are found out once: the same
 * filter is asked for all day, while no question's words are worth keeping.
 */
final class Allowed extends Query {
    // Askers, their areas, days and scopes that are in use at one time.
    private static final int FILTERS = 256;
    private static final long BYTES = 4L << 20;
    private static final QueryCachingPolicy ONLY_FILTERS =
            new QueryCachingPolicy() {
                @Override
                public void onUse(Query query) {}

                @Override
                public boolean shouldCache(Query query) {
                    return query instanceof Allowed;
                }
            };

    private final Query filter;

    Allowed(Query filter) {
        this.filter = filter;
    }

    /** Lets a searcher remember filters, and those only. */
    static void remember(IndexSearcher searcher, LRUQueryCache cache) {
        searcher.setQueryCache(cache);
        searcher.setQueryCachingPolicy(ONLY_FILTERS);
    }

    static LRUQueryCache cache() {
        return new LRUQueryCache(FILTERS, BYTES, leaf -> true, Float.POSITIVE_INFINITY);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
            throws IOException {
        var plain = searcher.rewrite(filter);
        var weight = searcher.createWeight(plain, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf)
                    throws IOException {
                return weight.scorerSupplier(leaf);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return weight.isCacheable(leaf);
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "Allowed(" + filter.toString(field) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Allowed allowed && filter.equals(allowed.filter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), filter);
    }
}
