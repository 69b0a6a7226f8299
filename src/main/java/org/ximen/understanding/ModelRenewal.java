package org.ximen.understanding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Vectors;

/**
 * Learns anew from the examples that ship and those of the street, in the thread that calls, and
 * puts the new model in use if it reads every sentence right that must be. A model that was learnt
 * is kept under the product's home; the street's words are not.
 */
public final class ModelRenewal {
    private static final String FOLDER = "understanding";
    private static final String NO_ENCODER = "none";
    private static final int BASIS = 16;

    // A confirmed correction is learnt from three times: on the texts of an author left out, 96 of
    // them bring .868 to .879 of the acts so, and nothing when they count once.
    private static final int TIMES = 3;

    private final ReadingModels models;
    private final MessageReader reader;
    private final @Nullable Embedder embedder;
    private final Path folder;
    private final ModelFolder learnt;

    /**
     * A sentence that has to be read right and is not.
     *
     * @param suspect index of the street's example that says most nearly the same
     */
    public record Broken(String sentence, int suspect) {}

    /**
     * What came of it.
     *
     * @param key of the model
     * @param broken why it was not put in use; empty if it was
     */
    public record Renewed(String key, List<Broken> broken) {
        public Renewed {
            broken = List.copyOf(broken);
        }
    }

    /**
     * @param reader of which everything but the models is used
     * @param embedder null: n-grams alone are learnt from
     * @param home the product's
     */
    public ModelRenewal(
            ReadingModels models, MessageReader reader, @Nullable Embedder embedder, Path home) {
        this.models = models;
        this.reader = reader;
        this.embedder = embedder;
        this.folder = home.resolve(FOLDER);
        this.learnt = new ModelFolder(folder);
    }

    /** Names what all examples of the street are added to: what ships, and the encoder. */
    public String basis() {
        var encoder = embedder;
        var name = encoder == null ? NO_ENCODER : encoder.model();
        return ReadingModels.shipped().key().substring(0, BASIS) + "/" + name;
    }

    /** The key of the model in use. */
    public String inUse() {
        return models.key();
    }

    /** The key of the model that these examples of the street give. */
    public String key(List<Example> own) {
        return own.isEmpty() ? ReadingModels.shipped().key() : key(own, all(own));
    }

    private String key(List<Example> own, List<Example> all) {
        var encoder = embedder;
        return own.isEmpty()
                ? ReadingModels.shipped().key()
                : ExampleBook.key(all, encoder == null ? NO_ENCODER : encoder.model());
    }

    private static List<Example> all(List<Example> own) {
        var all = new ArrayList<>(ExampleBook.shipped());
        Collections.nCopies(TIMES, own).forEach(all::addAll);
        return all;
    }

    /** Puts the model of this key in use if it was learnt before; false if it has to be learnt. */
    public synchronized boolean reuse(String key) {
        if (models.key().equals(key)) {
            return true;
        }
        var shipped = ReadingModels.shipped();
        var known = key.equals(shipped.key()) ? shipped : learnt.find(key);
        if (known == null) {
            return false;
        }
        use(known);
        return true;
    }

    private void use(ReadingModel model) {
        models.use(model);
        learnt.dropOthers(model.key());
    }

    /**
     * Learns from the examples that ship and these: a quarter of a minute of one processor, and the
     * first time a minute more for the vectors of those that ship.
     *
     * @param pause called between two steps, so that the processor can be left to others
     */
    public synchronized Renewed learn(List<Example> own, Runnable pause) {
        var all = all(own);
        var key = key(own, all);
        if (reuse(key)) {
            return new Renewed(key, List.of());
        }
        var vectors = vectors(own, pause);
        var calibration = ReadingModels.shipped().calibration();
        var model = new ModelTraining(all, vectors, pause::run).learn(key, calibration);
        var broken = broken(model);
        if (broken.isEmpty()) {
            learnt.keep(model);
            use(model);
        }
        return new Renewed(key, suspected(broken, own, vectors));
    }

    /** The vectors of what ships are kept on the disk, those of the street's words are not. */
    private Function<String, float[]> vectors(List<Example> own, Runnable pause) {
        var encoder = embedder;
        if (encoder == null) {
            int dimension = ReadingModels.shipped().centre().length;
            return text -> new float[dimension];
        }
        var shipped = ExampleBook.shipped().stream().map(Example::text).toList();
        var known = new VectorFile(folder, encoder).of(shipped, pause);
        Map<String, float[]> fresh = new HashMap<>();
        for (var example : own) {
            fresh.computeIfAbsent(example.text(), text -> vector(encoder, text));
            pause.run();
        }
        return text -> {
            var vector = fresh.get(text);
            return vector == null ? known.apply(text) : vector;
        };
    }

    private static float[] vector(Embedder encoder, String text) {
        return encoder.embed(List.of(MessageReader.start(text))).getFirst().vector();
    }

    /** What the model that ships reads right and this one does not. */
    private List<Example> broken(ReadingModel model) {
        var before = MustList.broken(reader.by(ReadingModels.shipped()));
        return MustList.broken(reader.by(model)).stream()
                .filter(must -> !before.contains(must))
                .toList();
    }

    private List<Broken> suspected(
            List<Example> broken, List<Example> own, Function<String, float[]> vectors) {
        return broken.stream()
                .map(must -> new Broken(must.text(), nearest(must.text(), own, vectors)))
                .toList();
    }

    private int nearest(String must, List<Example> own, Function<String, float[]> vectors) {
        var encoder = embedder;
        var here = encoder == null ? null : vector(encoder, must);
        return IntStream.range(0, own.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> likeness(must, here, own.get(i), vectors)))
                .orElse(0);
    }

    private static double likeness(
            String must,
            float @Nullable [] here,
            Example other,
            Function<String, float[]> vectors) {
        double common = NGrams.common(must, other.text());
        return here == null ? common : common + Vectors.cosine(here, vectors.apply(other.text()));
    }
}
