package org.ximen.photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Picture files for tests, honest and hostile. */
final class Pictures {
    static final String GPS_MARK = "GPS 31.2123N 121.4812E";

    private Pictures() {}

    /** Wide; the left half is red, the right half blue. */
    static byte[] redBlue(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** A JPEG with an EXIF block that holds an orientation and a place. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var mark = GPS_MARK.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + mark.length);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(mark);
        return withSegment(jpeg, 0xE1, exif.array());
    }

    /** A JPEG with a comment. */
    static byte[] withComment(byte[] jpeg, String comment) {
        return withSegment(jpeg, 0xFE, comment.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        var all = ByteBuffer.allocate(jpeg.length + body.length + 4);
        all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
        all.putShort((short) (body.length + 2)).put(body);
        return all.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A PNG of a few bytes whose header promises a size. */
    static byte[] pngBomb(int width, int height) {
        var bytes = ByteBuffer.allocate(100);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        chunk(bytes, "IHDR", header.array());
        chunk(bytes, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(bytes, "IEND", new byte[0]);
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** An animated PNG: a PNG with an animation header in front of its data. */
    static byte[] animatedPng(byte[] png) {
        var all = ByteBuffer.allocate(png.length + 20);
        all.put(png, 0, 33);
        chunk(all, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        return all.put(png, 33, png.length - 33).array();
    }

    private static void chunk(ByteBuffer to, String type, byte[] body) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(body);
        to.putInt(body.length).put(name).put(body).putInt((int) sum.getValue());
    }

    /** A JPEG in the colours of print, as Photoshop writes it: inverted, with an Adobe mark. */
    static byte[] cmyk(int width, int height) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                raster.setPixel(x, y, new int[] {255, 0, 0, 255});
            }
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        var adobe = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        return withSegment(bytes.toByteArray(), 0xEE, adobe);
    }
}
