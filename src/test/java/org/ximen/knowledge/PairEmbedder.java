package org.ximen.knowledge;

import java.util.List;
import org.ximen.meaning.Embedder;
import org.ximen.text.Plain;

/** A quick embedder that counts pairs of characters: alike texts get near vectors. */
final class PairEmbedder implements Embedder {
    int read;

    @Override
    public String model() {
        return "pairs";
    }

    @Override
    public int dimension() {
        return 512;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        read += texts.size();
        return texts.stream().map(PairEmbedder::vector).toList();
    }

    private static float[] vector(String text) {
        var vector = new float[512];
        var plain = Plain.comparable(text);
        for (int i = 0; i + 2 <= plain.length(); i++) {
            vector[Math.floorMod(plain.substring(i, i + 2).hashCode(), 512)]++;
        }
        vector[0] += 0.01f;
        double length = 0;
        for (float x : vector) {
            length += x * x;
        }
        for (int i = 0; i < 512; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }
}
