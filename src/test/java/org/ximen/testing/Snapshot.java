package org.ximen.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A small photo. */
public final class Snapshot {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private Snapshot() {}

    /** Its bytes. */
    public static byte[] jpeg() {
        return jpeg(0);
    }

    /** One whose camera says when it was taken, such as {@code 2026:11:20 09:00:00}. */
    public static byte[] taken(int shade, String time) {
        var plain = jpeg(shade);
        // Two lists of one field each: the first points to the second, which points to the words.
        var exif = ByteBuffer.allocate(6 + 8 + 18 + 18 + 20);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1);
        exif.putInt(26).putInt(0);
        exif.putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(20);
        exif.putInt(44).putInt(0);
        exif.put(time.getBytes(StandardCharsets.US_ASCII));
        var all = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        all.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + exif.capacity()));
        return all.put(exif.array()).put(plain, 2, plain.length - 2).array();
    }

    /** Another one for each number up to 255. */
    public static byte[] jpeg(int shade) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                picture.setRGB(x, y, shade * 0x010101);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
