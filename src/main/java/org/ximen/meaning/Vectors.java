package org.ximen.meaning;

import java.nio.ByteBuffer;

/** Vector arithmetic and the form in which vectors are stored. */
public final class Vectors {
    private Vectors() {}

    /** Cosine of two vectors of one length; 0 where one of them is zero. */
    public static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
    }

    /** The vector as big-endian floats. */
    public static byte[] toBytes(float[] vector) {
        var buffer = ByteBuffer.allocate(vector.length * Float.BYTES);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    /** The reverse of {@link #toBytes}. */
    public static float[] fromBytes(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
