package org.ximen.meaning;

import java.nio.ByteBuffer;

/**
 * The tokens of a text with what each means where it stands, kept coarse: of every number only
 * whether it is well above or well below zero, which is 2 bits and finds as well as all 32.
 */
public final class Tokens {
    /** Of a text that has none. */
    public static final Tokens NONE = new Tokens(new char[0], new long[0]);

    // In standard deviations of the numbers of a vector of length 1; what is nearer to 0 counts as
    // 0.
    private static final double WELL = 0.6;

    private final char[] ids;
    // By token: a bit for every number above zero, then one for every number below.
    private final long[] signs;
    private final int words;
    private final float[] lengths;

    private Tokens(char[] ids, long[] signs) {
        this.ids = ids;
        this.signs = signs;
        this.words = ids.length == 0 ? 0 : signs.length / ids.length / 2;
        this.lengths = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            lengths[i] = (float) Math.sqrt(bits(i));
        }
    }

    private int bits(int token) {
        int bits = 0;
        for (int i = 2 * words * token; i < 2 * words * (token + 1); i++) {
            bits += Long.bitCount(signs[i]);
        }
        return bits;
    }

    /**
     * @param ids names the tokens, 0 to 65535
     * @param states their vectors, of length 1 and about as often above zero as below
     */
    public static Tokens of(int[] ids, float[][] states) {
        if (ids.length == 0) {
            return NONE;
        }
        int words = Math.ceilDiv(states[0].length, Long.SIZE);
        var names = new char[ids.length];
        var signs = new long[2 * words * ids.length];
        for (int i = 0; i < ids.length; i++) {
            names[i] = (char) ids[i];
            code(states[i], signs, 2 * words * i, words);
        }
        return new Tokens(names, signs);
    }

    private static void code(float[] state, long[] signs, int at, int words) {
        double well = WELL / Math.sqrt(state.length);
        for (int i = 0; i < state.length; i++) {
            long bit = 1L << i; // Java shifts by the last six bits of i
            if (state[i] > well) {
                signs[at + i / Long.SIZE] |= bit;
            } else if (state[i] < -well) {
                signs[at + words + i / Long.SIZE] |= bit;
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
        double sum = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * nearest(i, other);
            all += weights[i];
        }
        return all == 0 || other.ids.length == 0 ? 0 : sum / all;
    }

    private double nearest(int token, Tokens other) {
        float best = -1;
        for (int i = 0; i < other.ids.length; i++) {
            best = Math.max(best, dot(2 * words * token, other, 2 * words * i) / other.lengths[i]);
        }
        return best / lengths[token];
    }

    private int dot(int from, Tokens other, int to) {
        int alike = 0;
        int unlike = 0;
        for (int i = 0; i < words; i++) {
            long above = signs[from + i];
            long below = signs[from + words + i];
            long otherAbove = other.signs[to + i];
            long otherBelow = other.signs[to + words + i];
            alike += Long.bitCount(above & otherAbove | below & otherBelow);
            unlike += Long.bitCount(above & otherBelow | below & otherAbove);
        }
        return alike - unlike;
    }

    /** The form in which they are stored: how many, their signs, their names. */
    public byte[] toBytes() {
        int size = Integer.BYTES + Long.BYTES * signs.length + Character.BYTES * ids.length;
        var bytes = ByteBuffer.allocate(size).putInt(ids.length);
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
        var buffer = ByteBuffer.wrap(bytes, from, length);
        var ids = new char[buffer.getInt()];
        var signs = new long[(buffer.remaining() - Character.BYTES * ids.length) / Long.BYTES];
        buffer.asLongBuffer().get(signs);
        buffer.position(buffer.position() + Long.BYTES * signs.length);
        buffer.asCharBuffer().get(ids);
        return new Tokens(ids, signs);
    }
}
