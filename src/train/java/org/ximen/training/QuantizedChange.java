package org.ximen.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What learning changed in the quantized file, byte by byte modulo 256, zipped: most of it is
 * nothing. Scales stay; a matrix's numbers are whole steps of its columns' scales, from -64 to 64.
 */
final class QuantizedChange {
    private static final int MOST = 64;
    private static final String QUANTIZED = "_quantized";
    private static final String SCALE = "_scale";

    private QuantizedChange() {}

    /**
     * @param file the quantized file as it is
     * @param weights of the tuned model, by the names of its tensors
     */
    static byte[] of(byte[] file, Map<String, float[]> weights) throws IOException {
        var tuned = new OnnxFile(file.clone());
        weights.forEach((name, numbers) -> put(tuned, name, numbers));
        return zipped(difference(file, tuned.bytes()));
    }

    private static void put(OnnxFile file, String name, float[] numbers) {
        if (file.names().contains(name)) {
            file.content(name).asFloatBuffer().put(numbers);
        } else {
            var scales = file.floats(name + SCALE);
            quantize(numbers, scales, file.content(name + QUANTIZED));
        }
    }

    private static void quantize(float[] numbers, float[] scales, ByteBuffer out) {
        for (int i = 0; i < numbers.length; i++) {
            int steps = Math.round(numbers[i] / scales[i % scales.length]);
            out.put((byte) Math.clamp(steps, -MOST, MOST));
        }
    }

    private static byte[] difference(byte[] from, byte[] to) {
        var difference = new byte[from.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (byte) (to[i] - from[i]);
        }
        return difference;
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
