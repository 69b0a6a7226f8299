package org.ximen.meaning;

import java.util.Arrays;
import java.util.List;

/**
 * What some questions mean, each a vector kept in one byte a number: a question to a question is
 * told from its like by far more than what the rounding costs.
 */
public final class QuestionVectors {
    /** Of no question. */
    public static final QuestionVectors NONE = new QuestionVectors(new byte[0], new float[0]);

    private final byte[] numbers;
    private final float[] lengths;

    private QuestionVectors(byte[] numbers, float[] lengths) {
        this.numbers = numbers;
        this.lengths = lengths;
    }

    /**
     * @param vectors of one dimension, none of them zero
     */
    public static QuestionVectors of(List<float[]> vectors) {
        if (vectors.isEmpty()) {
            return NONE;
        }
        int dimension = vectors.getFirst().length;
        var numbers = new byte[vectors.size() * dimension];
        for (int i = 0; i < vectors.size(); i++) {
            round(vectors.get(i), numbers, i * dimension);
        }
        return new QuestionVectors(numbers, lengths(numbers, dimension));
    }

    private static void round(float[] vector, byte[] numbers, int from) {
        float most = 0;
        for (float number : vector) {
            most = Math.max(most, Math.abs(number));
        }
        for (int i = 0; i < vector.length; i++) {
            numbers[from + i] = (byte) Math.round(vector[i] / most * Byte.MAX_VALUE);
        }
    }

    private static float[] lengths(byte[] numbers, int dimension) {
        var lengths = new float[numbers.length / dimension];
        for (int i = 0; i < lengths.length; i++) {
            long sum = 0;
            for (int j = i * dimension; j < (i + 1) * dimension; j++) {
                sum += numbers[j] * numbers[j];
            }
            lengths[i] = (float) Math.sqrt(sum);
        }
        return lengths;
    }

    /** How many there are. */
    public int size() {
        return lengths.length;
    }

    /**
     * How near the nearest of them is.
     *
     * @param vector of length 1
     * @return its cosine; 0 where there is none
     */
    public double nearest(float[] vector) {
        double nearest = lengths.length == 0 ? 0 : -1;
        for (int i = 0; i < lengths.length; i++) {
            float dot = 0;
            int from = i * vector.length;
            for (int j = 0; j < vector.length; j++) {
                dot += vector[j] * numbers[from + j];
            }
            nearest = Math.max(nearest, dot / lengths[i]);
        }
        return nearest;
    }

    /** All of them, as {@link #fromBytes} reads them. */
    public byte[] toBytes() {
        return numbers.clone();
    }

    /**
     * The reverse of {@link #toBytes}.
     *
     * @param dimension of each
     */
    public static QuestionVectors fromBytes(byte[] bytes, int from, int length, int dimension) {
        var numbers = Arrays.copyOfRange(bytes, from, from + length);
        return new QuestionVectors(numbers, lengths(numbers, dimension));
    }
}
