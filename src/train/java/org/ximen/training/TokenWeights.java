package org.ximen.training;

import java.util.Arrays;
import java.util.List;

/**
 * How much a token of a question counts in late interaction: by its rarity among the passages; a
 * mark or punctuation not at all.
 */
final class TokenWeights {
    private final float[] weights;

    /**
     * @param telling which tokens tell something, by their ids
     */
    TokenWeights(List<long[]> passages, boolean[] telling) {
        var documents = new int[telling.length];
        for (var passage : passages) {
            for (var id : Arrays.stream(passage).distinct().toArray()) {
                documents[(int) id]++;
            }
        }
        this.weights = new float[telling.length];
        for (int id = 0; id < telling.length; id++) {
            double rarity = (passages.size() - documents[id] + 0.5) / (documents[id] + 0.5);
            weights[id] = telling[id] ? (float) Math.log(1 + rarity) : 0;
        }
    }

    float of(long id) {
        return weights[(int) id];
    }

    boolean tells(long id) {
        return weights[(int) id] > 0;
    }
}
