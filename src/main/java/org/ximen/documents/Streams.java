package org.ximen.documents;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures the compressed streams of a PDF before a library unpacks them whole into memory: a few
 * kilobytes may hold gigabytes.
 */
final class Streams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 << 10;
    // Where a stream's dictionary can begin, seen from its end.
    private static final int DICTIONARY = 2000;
    private static final Pattern TWICE =
            Pattern.compile(
                    "/(?:FlateDecode|Fl|LZWDecode|LZW)\\b[\\s/\\w\\[]*/(?:FlateDecode|Fl|LZWDecode|LZW)\\b");
    private static final Pattern LZW = Pattern.compile("/LZW(?:Decode)?\\b");
    private static final Pattern PACKED = Pattern.compile("/Fl(?:ateDecode)?\\b");

    private final byte[] file;
    private final Budget budget;

    private Streams(byte[] file, Budget budget) {
        this.file = file;
        this.budget = budget;
    }

    /** Throws {@link Unreadable} if the file unpacks to too much. */
    static void measure(byte[] file, Budget budget) {
        new Streams(file, budget).measure();
    }

    private void measure() {
        for (int at = next(0); at >= 0; at = next(at)) {
            var dictionary = dictionary(at);
            if (TWICE.matcher(dictionary).find() || LZW.matcher(dictionary).find()) {
                throw new Unreadable("用了少见的压缩方式，没有打开；请重新导出 PDF");
            }
            if (PACKED.matcher(dictionary).find() || dictionary.isEmpty()) {
                inflate(begin(at));
            }
        }
    }

    /** Behind the next word "stream" that is no "endstream". */
    private int next(int from) {
        for (int i = from; i + STREAM.length < file.length; i++) {
            if (file[i] == 's' && isWord(i) && (i < 3 || file[i - 1] != 'd')) {
                return i + STREAM.length;
            }
        }
        return -1;
    }

    private boolean isWord(int at) {
        return java.util.Arrays.equals(file, at, at + STREAM.length, STREAM, 0, STREAM.length);
    }

    private String dictionary(int at) {
        int from = Math.max(0, at - DICTIONARY);
        var before = new String(file, from, at - from, StandardCharsets.ISO_8859_1);
        int object = before.lastIndexOf(" obj");
        return object < 0 ? "" : before.substring(object);
    }

    private int begin(int at) {
        int begin = at;
        while (begin < file.length && (file[begin] == '\r' || file[begin] == '\n')) {
            begin++;
        }
        return begin;
    }

    private void inflate(int from) {
        var piece = new byte[PIECE];
        try (var inflater = new Inflater()) {
            inflater.setInput(file, from, file.length - from);
            int read = inflater.inflate(piece);
            while (read > 0) {
                budget.unpack(read);
                read = inflater.inflate(piece);
            }
        } catch (DataFormatException e) {
            budget.check(); // what is broken unpacks no further
        }
    }
}
