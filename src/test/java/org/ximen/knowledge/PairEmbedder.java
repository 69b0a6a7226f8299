package org.ximen.knowledge;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.text.Plain;

/** A quick embedder that knows pairs of characters: alike texts get near vectors. */
final class PairEmbedder implements Embedder {
    int read;
    @Nullable String unreadable;

    @Override
    public String model() {
        return "pairs";
    }

    @Override
    public int dimension() {
        return 512;
    }

    @Override
    public List<Meaning> embed(List<String> texts) {
        var stone = unreadable;
        if (stone != null && texts.stream().anyMatch(text -> text.contains(stone))) {
            throw new IllegalStateException("no model reads this");
        }
        read += texts.size();
        return texts.stream().map(t -> new Meaning(vector(t), tokens(t))).toList();
    }

    /** Each pair is a token, which looks like no other. */
    private static Tokens tokens(String text) {
        var plain = Plain.comparable(text);
        var ids =
                IntStream.range(0, Math.max(0, plain.length() - 1))
                        .map(i -> (char) plain.substring(i, i + 2).hashCode())
                        .toArray();
        return Tokens.of(
                ids, IntStream.of(ids).mapToObj(PairEmbedder::state).toArray(float[][]::new));
    }

    private static float[] state(int id) {
        var random = new SplittableRandom(id);
        var state = new float[512];
        for (int i = 0; i < state.length; i++) {
            state[i] = (float) (random.nextGaussian() / Math.sqrt(state.length));
        }
        return state;
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
