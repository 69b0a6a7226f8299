package org.ximen.meaning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The tokens of a text with what each means where it stands, kept coarse: of every number only
 * whether it is well above or well below zero, which is 2 bits and ranks as well as all 32.
 */
public final class Tokens {
    /** Of a text that has none. */
    public static final Tokens NONE = new Tokens(new char[0], new long[0]);

    // In standard deviations of the numbers of a vector of length 1; what is nearer to 0 counts as
    // 0.
    private static final double WELL = 0.6;

    private final char[] ids;
    // Row by row, a long for every token: which of 64 of its numbers are above zero; after all
    // numbers the same of those below. So the processor compares several tokens at once.
    private final long[] signs;
    private final int rows;
    private final float[] lengths;

    private Tokens(char[] ids, long[] signs) {
        this.ids = ids;
        this.signs = signs;
        this.rows = ids.length == 0 ? 0 : signs.length / ids.length / 2;
        this.lengths = lengths();
    }

    private float[] lengths() {
        var bits = new int[ids.length];
        for (int row = 0; row < 2 * rows; row++) {
            count(signs, row * bits.length, bits);
        }
        var lengths = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            lengths[i] = (float) Math.sqrt(Math.max(1, bits[i]));
        }
        return lengths;
    }

    private static void count(long[] signs, int from, int[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] += Long.bitCount(signs[from + i]);
        }
    }

    /**
     * @param ids names the tokens, 0 to 65535
     * @param states their vectors, of length 1 and about as often above zero as below
     */
    public static Tokens of(int[] ids, float[][] states) {
        if (ids.length == 0) {
            return NONE;
        }
        int rows = Math.ceilDiv(states[0].length, Long.SIZE);
        var names = new char[ids.length];
        var signs = new long[2 * rows * ids.length];
        for (int i = 0; i < ids.length; i++) {
            names[i] = (char) ids[i];
            code(states[i], signs, i, ids.length);
        }
        return new Tokens(names, signs);
    }

    private static void code(float[] state, long[] signs, int token, int tokens) {
        double well = WELL / Math.sqrt(state.length);
        for (int i = 0; i < state.length; i++) {
            long bit = 1L << i; // by the last six bits of i
            int at = i / Long.SIZE * tokens + token;
            if (state[i] > well) {
                signs[at] |= bit;
            } else if (state[i] < -well) {
                signs[signs.length / 2 + at] |= bit;
            }
        }
    }

    /** How many there are. */
    public int size() {
        return ids.length;
    }

    /** The name of one of them. */
    public int id(int token) {
        return ids[token];
    }

    /**
     * How near this text is to another by late interaction (Khattab and Zaharia, ColBERT, 2020):
     * each of its tokens is compared with the one there that is nearest to it.
     *
     * @param weights how much each token of this text counts; what is beyond them does not
     * @return the mean of these cosines, -1 to 1; 0 where there is nothing to compare
     */
    public double near(Tokens other, double[] weights) {
        return mean(nearest(other, weights.length), weights);
    }

    /**
     * How near each token of this text is to the one of another text that is nearest to it.
     *
     * @param most how many of this text's tokens are looked at
     * @return their cosines; none where there is nothing to compare
     */
    public float[] nearest(Tokens other, int most) {
        int looked = other.ids.length == 0 ? 0 : Math.min(most, ids.length);
        var nearest = new float[looked];
        var dots = new int[other.ids.length];
        for (int i = 0; i < looked; i++) {
            nearest[i] = nearest(i, other, dots);
        }
        return nearest;
    }

    /** The mean of what {@link #nearest} found, each as much as it weighs; 0 of none. */
    public static double mean(float[] nearest, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < nearest.length; i++) {
            sum += weights[i] * nearest[i];
            all += weights[i];
        }
        return all == 0 ? 0 : sum / all;
    }

    private float nearest(int token, Tokens other, int[] dots) {
        Arrays.fill(dots, 0);
        for (int row = 0; row < rows; row++) {
            int below = rows + row;
            add(
                    signs[row * ids.length + token],
                    signs[below * ids.length + token],
                    other.signs,
                    row * other.ids.length,
                    below * other.ids.length,
                    dots);
        }
        float best = -1;
        for (int i = 0; i < dots.length; i++) {
            best = Math.max(best, dots[i] / other.lengths[i]);
        }
        return best / lengths[token];
    }

    // The loop that takes the time; as it stands, the compiler makes vector instructions of it.
    private static void add(long above, long below, long[] signs, int up, int down, int[] dots) {
        for (int i = 0; i < dots.length; i++) {
            long otherAbove = signs[up + i];
            long otherBelow = signs[down + i];
            dots[i] +=
                    Long.bitCount(above & otherAbove | below & otherBelow)
                            - Long.bitCount(above & otherBelow | below & otherAbove);
        }
    }

    /** The form in which they are stored, little-endian: how many, their signs, their names. */
    public byte[] toBytes() {
        int size = Integer.BYTES + Long.BYTES * signs.length + Character.BYTES * ids.length;
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(ids.length);
        bytes.asLongBuffer().put(signs);
        bytes.position(bytes.position() + Long.BYTES * signs.length);
        bytes.asCharBuffer().put(ids);
        return bytes.array();
    }

    /** The reverse of {@link #toBytes}. */
    public static Tokens fromBytes(byte[] bytes) {
        return fromBytes(bytes, 0, bytes.length);
    }

    /** The same of a part of an array. */
    public static Tokens fromBytes(byte[] bytes, int from, int length) {
        var buffer = ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
        var ids = new char[buffer.getInt()];
        var signs = new long[(buffer.remaining() - Character.BYTES * ids.length) / Long.BYTES];
        buffer.asLongBuffer().get(signs);
        buffer.position(buffer.position() + Long.BYTES * signs.length);
        buffer.asCharBuffer().get(ids);
        return new Tokens(ids, signs);
    }
}
