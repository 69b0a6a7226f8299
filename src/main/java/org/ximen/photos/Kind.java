package org.ximen.photos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The kinds of pictures that are read, told by their first bytes and never by a name. */
enum Kind {
    JPEG("jpeg"),
    PNG("png"),
    WEBP("webp");

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    // ISO/IEC 23008-12 (HEIF) and the brands that phones write.
    private static final List<String> HEIF_BRANDS =
            List.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private final String reader;

    Kind(String reader) {
        this.reader = reader;
    }

    /** Name of the reader in Image I/O. */
    String reader() {
        return reader;
    }

    /** The kind of the picture; anything else is refused. */
    static Kind of(byte[] bytes) {
        if (starts(bytes, JPEG_START)) {
            return JPEG;
        }
        if (starts(bytes, PNG_START)) {
            return PNG;
        }
        if (word(bytes, 0).equals("RIFF") && word(bytes, 8).equals("WEBP")) {
            return WEBP;
        }
        if (word(bytes, 4).equals("ftyp") && HEIF_BRANDS.contains(word(bytes, 8))) {
            throw PhotoRefused.heic();
        }
        throw PhotoRefused.notAPicture();
    }

    private static boolean starts(byte[] bytes, byte[] start) {
        return bytes.length > start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static String word(byte[] bytes, int from) {
        return bytes.length < from + 4
                ? ""
                : new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
