package org.ximen.photos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named parts a picture file is made of, as far as they matter here. */
final class Chunks {
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    /** A camera writes about ten; each costs a pass over all pixels. */
    static final int MOST_SCANS = 100;

    private Chunks() {}

    /** How many times a progressive JPEG goes over its pixels. */
    static int scans(Kind kind, byte[] file) {
        int scans = 0;
        for (int i = 0; kind == Kind.JPEG && i + 1 < file.length; i++) {
            scans += file[i] == (byte) 0xFF && file[i + 1] == (byte) START_OF_SCAN ? 1 : 0;
        }
        return scans;
    }

    /** The EXIF block (a TIFF structure), or nothing. */
    static byte[] exif(Kind kind, byte[] file) {
        return switch (kind) {
            case JPEG -> jpegExif(file);
            case PNG -> png(file).getOrDefault("eXIf", new byte[0]);
            case WEBP -> withoutPrefix(webp(file).getOrDefault("EXIF", new byte[0]));
        };
    }

    /** Whether the file says that it is an animation. */
    static boolean animated(Kind kind, byte[] file) {
        return switch (kind) {
            case JPEG -> false;
            case PNG -> png(file).containsKey("acTL");
            case WEBP -> webp(file).containsKey("ANIM") || webp(file).containsKey("ANMF");
        };
    }

    /** Whether the file ends before it says it does. */
    static boolean cut(Kind kind, byte[] file) {
        return switch (kind) {
            // Told by the reader: phones put other data behind the end of the picture.
            case JPEG -> false;
            case PNG -> !png(file).containsKey("IEND");
            case WEBP -> little(file).getInt(4) < 4 || little(file).getInt(4) + 8L > file.length;
        };
    }

    private static byte[] jpegExif(byte[] file) {
        var in = ByteBuffer.wrap(file).position(2);
        while (in.remaining() >= 4 && in.get() == (byte) 0xFF) {
            int marker = in.get() & 0xFF;
            int length = (in.getShort() & 0xFFFF) - 2;
            if (marker == START_OF_SCAN || length < 0 || length > in.remaining()) {
                break;
            }
            var body = Arrays.copyOfRange(file, in.position(), in.position() + length);
            if (marker == APP1 && startsWithExif(body)) {
                return withoutPrefix(body);
            }
            in.position(in.position() + length);
        }
        return new byte[0];
    }

    /** Chunks of a PNG by type: length, type, body, checksum; the first of each type. */
    private static Map<String, byte[]> png(byte[] file) {
        var chunks = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(file).position(8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            var type = type(in);
            if (length < 0 || length > in.remaining() - 4) {
                break;
            }
            keep(chunks, type, file, in.position(), length);
            in.position(in.position() + length + 4);
        }
        return chunks;
    }

    /** Chunks of a WebP by type: type, length, body, filled up to an even length. */
    private static Map<String, byte[]> webp(byte[] file) {
        var chunks = new LinkedHashMap<String, byte[]>();
        var in = little(file);
        in.position(Math.min(12, in.limit()));
        while (in.remaining() >= 8) {
            var type = type(in);
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                break;
            }
            keep(chunks, type, file, in.position(), length);
            in.position(Math.min(in.limit(), in.position() + length + (length & 1)));
        }
        return chunks;
    }

    /** Picture data is not copied: only the small parts matter here. */
    private static void keep(
            Map<String, byte[]> chunks, String type, byte[] file, int from, int length) {
        boolean small = type.equalsIgnoreCase("exif");
        chunks.putIfAbsent(
                type, small ? Arrays.copyOfRange(file, from, from + length) : new byte[0]);
    }

    private static String type(ByteBuffer in) {
        var four = new byte[4];
        in.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean startsWithExif(byte[] body) {
        return body.length > EXIF.length
                && Arrays.equals(body, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static byte[] withoutPrefix(byte[] body) {
        return startsWithExif(body) ? Arrays.copyOfRange(body, EXIF.length, body.length) : body;
    }
}
