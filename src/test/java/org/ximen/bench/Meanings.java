package org.ximen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Vectors;

/**
 * Vectors of generated passages, which nobody could wait for: the model's own vectors of two sample
 * sections, mixed, and some noise. They lie together and near questions as real ones do; vectors
 * drawn from the whole sphere would be near nothing.
 */
final class Meanings {
    private static final double NOISE = 0.35;

    private final float[][] topics;

    private Meanings(float[][] topics) {
        this.topics = topics;
    }

    /** Reads the topics once; the vectors are kept in the file. */
    static Meanings of(List<String> topics, Embedder embedder, Path kept) throws IOException {
        int size = topics.size() * embedder.dimension();
        if (!Files.exists(kept) || Files.size(kept) != (long) size * Float.BYTES) {
            var flat = new float[size];
            for (int i = 0; i < topics.size(); i++) {
                var vector = embedder.embed(List.of(topics.get(i))).getFirst();
                System.arraycopy(vector, 0, flat, i * vector.length, vector.length);
            }
            Files.write(kept, Vectors.toBytes(flat));
        }
        var flat = Vectors.fromBytes(Files.readAllBytes(kept));
        int length = embedder.dimension();
        var vectors = new float[topics.size()][];
        Arrays.setAll(vectors, i -> Arrays.copyOfRange(flat, i * length, (i + 1) * length));
        return new Meanings(vectors);
    }

    /** A unit vector for a passage; the same seed gives the same. */
    float[] near(int topic, long seed) {
        var random = new SplittableRandom(seed);
        var other = topics[random.nextInt(topics.length)];
        double share = random.nextDouble(0.5, 1);
        var vector = topics[topic].clone();
        double noise = NOISE / Math.sqrt(vector.length);
        double length = 0;
        for (int i = 0; i < vector.length; i++) {
            double mixed = share * vector[i] + (1 - share) * other[i];
            vector[i] = (float) (mixed + noise * random.nextGaussian());
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(length));
        }
        return vector;
    }
}
