package org.ximen.models;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;

/**
 * Keeps the last few texts that were read one by one, because a message is first understood and
 * then looked up. What is read many at once is not kept.
 */
public final class CachedEmbedder implements Embedder {
    // A meaning takes up to 130 KB, that of a message a tenth of it.
    private static final int KEPT = 160;

    private final Embedder embedder;
    private final LoadingCache<String, Meaning> last;

    public CachedEmbedder(Embedder embedder) {
        this.embedder = embedder;
        this.last =
                Caffeine.newBuilder()
                        .maximumSize(KEPT)
                        .build(text -> embedder.embed(List.of(text)).getFirst());
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public List<Meaning> embed(List<String> texts) {
        return texts.size() == 1 ? List.of(last.get(texts.getFirst())) : embedder.embed(texts);
    }
}
