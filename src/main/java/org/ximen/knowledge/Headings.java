package org.ximen.knowledge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.isolation.IsolatedRun;
import org.ximen.meaning.Embedder;

/** What the headings of passages mean by themselves: many of them are questions. */
final class Headings {
    private static final Logger LOG = LoggerFactory.getLogger(Headings.class);
    // 2 KB each.
    private static final int KEPT = 2000;
    private static final float[] NOTHING = {};

    private final @Nullable Embedder embedder;
    private final LoadingCache<String, float[]> vectors =
            Caffeine.newBuilder().maximumSize(KEPT).build(this::read);

    Headings(@Nullable Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * How near the last heading above a passage is to a question, as a cosine; 0 where either
     * cannot be read, or where the heading is a mere number.
     */
    double near(Asking asking, Passage passage) {
        var meaning = asking.meaning();
        if (meaning == null || !passage.isTitled()) {
            return 0;
        }
        var question = meaning.vector();
        var heading = vectors.get(passage.path().getLast());
        double sum = 0;
        for (int i = 0; i < heading.length; i++) {
            sum += question[i] * heading[i];
        }
        return sum;
    }

    private float[] read(String heading) {
        var model = embedder;
        return model == null
                ? NOTHING
                : IsolatedRun.<float[], RuntimeException>of(
                        () -> model.embed(List.of(heading)).getFirst().vector(),
                        why -> {
                            LOG.warn("The embedding model cannot read a heading", why);
                            return NOTHING;
                        });
    }
}
