package org.ximen.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A softmax over classes: weights of 8 bits with a scale a row, which is a quarter of the memory
 * and loses nothing that can be measured.
 */
final class SoftmaxHead {
    private static final int BYTE = 127;

    private final GramTable grams;
    private final Shape shape;
    private final Recipe recipe;
    private final float[] bias;
    private final byte[] weights;
    private final float[] scales;

    private SoftmaxHead(
            GramTable grams,
            Shape shape,
            Recipe recipe,
            float[] bias,
            byte[] weights,
            float[] scales) {
        this.grams = grams;
        this.shape = shape;
        this.recipe = recipe;
        this.bias = bias;
        this.weights = weights;
        this.scales = scales;
    }

    /** A head without classes, where no example names any. */
    static SoftmaxHead empty(int dimension) {
        var shape = new Shape(0, dimension, false);
        return rounded(
                GramTable.of(List.of(), 1), shape, Recipe.OTHERS, new float[0], new float[0]);
    }

    /**
     * Rounds weights.
     *
     * @param learnt row by row, {@code bias.length} of them a row
     */
    static SoftmaxHead rounded(
            GramTable grams, Shape shape, Recipe recipe, float[] bias, float[] learnt) {
        var weights = new byte[learnt.length];
        var scales = new float[shape.rows()];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = round(learnt, row * bias.length, bias.length, weights);
        }
        return new SoftmaxHead(grams, shape, recipe, bias, weights, scales);
    }

    private static float round(float[] from, int at, int length, byte[] to) {
        float most = 0;
        for (int i = at; i < at + length; i++) {
            most = Math.max(most, Math.abs(from[i]));
        }
        // As it is read back, so that what is kept and what is made are the same.
        float scale = Float.float16ToFloat(Float.floatToFloat16(most / BYTE));
        for (int i = at; scale > 0 && i < at + length; i++) {
            to[i] = (byte) Math.clamp(Math.round(from[i] / scale), -BYTE, BYTE);
        }
        return scale;
    }

    int classes() {
        return bias.length;
    }

    /** The logarithms of the classes' probabilities, but for a constant. */
    double[] scores(Signal signal) {
        var sums = bias.clone();
        var row = grams.row(signal.grams(), recipe.grams());
        for (int i = 0; i < row.rows().length; i++) {
            add(row.rows()[i], row.values()[i], sums);
        }
        add(shape.vector(), signal.vector(), 1, sums);
        add(shape.always(), 1, sums);
        if (shape.stated()) {
            add(shape.state(signal.state()), (float) recipe.state(), sums);
        }
        if (shape.crosses(signal.state())) {
            add(shape.vectorIn(signal.state()), signal.vector(), recipe.cross(), sums);
        }
        var scores = new double[sums.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sums[i];
        }
        return scores;
    }

    private void add(int first, float[] vector, double times, float[] sums) {
        for (int i = 0; i < vector.length; i++) {
            add(first + i, (float) times * vector[i], sums);
        }
    }

    private void add(int row, float value, float[] sums) {
        float scaled = value * scales[row];
        int at = row * sums.length;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scaled * weights[at + i];
        }
    }

    void write(DataOutput out) throws IOException {
        grams.write(out);
        out.writeInt(shape.dimension());
        out.writeBoolean(shape.stated());
        out.writeDouble(recipe.grams());
        out.writeDouble(recipe.state());
        out.writeDouble(recipe.cross());
        out.writeInt(bias.length);
        for (float each : bias) {
            out.writeFloat(each);
        }
        for (float scale : scales) {
            out.writeShort(Float.floatToFloat16(scale));
        }
        out.write(weights);
    }

    static SoftmaxHead read(DataInput in) throws IOException {
        var grams = GramTable.read(in);
        var shape = new Shape(grams.size(), in.readInt(), in.readBoolean());
        var recipe =
                new Recipe(
                        shape.stated(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        0,
                        0,
                        0,
                        0,
                        0);
        var bias = new float[in.readInt()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = in.readFloat();
        }
        var scales = new float[shape.rows()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Float.float16ToFloat(in.readShort());
        }
        var weights = new byte[scales.length * bias.length];
        in.readFully(weights);
        return new SoftmaxHead(grams, shape, recipe, bias, weights, scales);
    }
}
