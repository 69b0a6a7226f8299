package org.ximen.merchants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.meaning.Embedder;
import org.ximen.understanding.LabelModel;
import org.ximen.understanding.LabelledFile;

/** Tells what words say of one's own shop, by what was learnt from {@code shop-stages.tsv}. */
final class ShopStages {
    private static final Logger LOG = LoggerFactory.getLogger(ShopStages.class);
    private static final String MODEL = "shop-stages.bin";
    private static final String NONE = "none";

    private final @Nullable Embedder embedder;
    private final LabelModel model = Learnt.SHIPPED;

    /** Read at the first use, once for all. */
    private static final class Learnt {
        static final LabelModel SHIPPED = read();

        private static LabelModel read() {
            try (var in = ShopStages.class.getResourceAsStream(MODEL)) {
                return LabelModel.read(Objects.requireNonNull(in, MODEL));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ShopStages(@Nullable Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * The stage of which words speak; empty where they speak of no shop of one's own, or it is less
     * sure than that.
     */
    Optional<String> in(String words, double sure) {
        var guess = model.guess(words, vector(words));
        boolean said = !guess.label().equals(NONE) && guess.probability() >= sure;
        return said ? Optional.of(guess.label()) : Optional.empty();
    }

    private float @Nullable [] vector(String words) {
        if (embedder == null) {
            return null;
        }
        try {
            return embedder.embed(List.of(words)).getFirst().vector();
        } catch (RuntimeException e) { // n-grams still tell
            LOG.warn("The embedding model failed, reading by n-grams only", e);
            return null;
        }
    }

    /** What it is learnt from: a stage of a shop, or {@code none}, and what is said of it. */
    static LabelledFile examples() {
        return LabelledFile.beside(ShopStages.class, "shop-stages.tsv");
    }

    /** Of which examples and encoder the shipped model was learnt. */
    static String shippedKey() {
        return Learnt.SHIPPED.key();
    }
}
