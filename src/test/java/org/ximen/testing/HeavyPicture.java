package org.ximen.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNG files that cost much: small ones that grow when they are read, and large ones. */
public final class HeavyPicture {
    private static final byte[] START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private HeavyPicture() {}

    /** One colour, 16 bits for each of red, green, blue and opacity: small as a file. */
    public static byte[] deep(int width, int height) {
        return png(width, height, 16, 6, row -> Arrays.fill(row, (byte) 0x99));
    }

    /** Noise, 8 bits for each of red, green and blue: as large as a file as its pixels are. */
    public static byte[] noise(int width, int height) {
        var random = new Random(width);
        return png(width, height, 8, 2, random::nextBytes);
    }

    private static byte[] png(int width, int height, int bits, int colour, Consumer<byte[]> fill) {
        var data = new ByteArrayOutputStream();
        var row = new byte[(colour == 6 ? 4 : 3) * bits / 8 * width];
        var level = colour == 6 ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION;
        try (var packed = new DeflaterOutputStream(data, new Deflater(level))) {
            for (int y = 0; y < height; y++) {
                fill.accept(row);
                packed.write(0);
                packed.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {(byte) bits, (byte) colour, 0, 0, 0});
        var bytes = ByteBuffer.allocate(data.size() + 100).put(START);
        chunk(bytes, "IHDR", header.array());
        chunk(bytes, "IDAT", data.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void chunk(ByteBuffer to, String type, byte[] body) {
        var sum = new CRC32();
        int from = to.position() + 4;
        to.putInt(body.length).put(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        to.put(body);
        sum.update(to.array(), from, body.length + 4);
        to.putInt((int) sum.getValue());
    }
}
