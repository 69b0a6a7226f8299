package org.ximen.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.ximen.meaning.Meaning;

/**
 * Meanings of generated passages, which nobody could wait for: the model's own vectors of two
 * sample sections, mixed, and some noise, with the tokens of the one. They lie together and near
 * questions as real ones do; vectors drawn from the whole sphere would be near nothing.
 */
final class Meanings {
    private static final double NOISE = 0.35;

    private final List<Meaning> topics;

    /**
     * @param topics what the sample sections mean
     */
    Meanings(List<Meaning> topics) {
        this.topics = List.copyOf(topics);
    }

    /** What a passage means; the same seed gives the same. */
    Meaning near(int topic, long seed) {
        var random = new SplittableRandom(seed);
        var other = topics.get(random.nextInt(topics.size())).vector();
        double share = random.nextDouble(0.5, 1);
        var vector = topics.get(topic).vector().clone();
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
        return new Meaning(vector, topics.get(topic).tokens());
    }
}
