package org.ximen.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Measures the compressed streams of a PDF before a library unpacks them whole into memory: a few
 * kilobytes may hold gigabytes.
 */
final class Streams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 << 10;
    private static final String PACKED = "/(?:FlateDecode|Fl|LZWDecode|LZW)\\b";
    // Packed twice, packed in a way that is not measured here, or who knows how.
    private static final Pattern ODD =
            Pattern.compile(
                    PACKED
                            + "[\\s/\\w\\[]*"
                            + PACKED
                            + "|/LZW(?:Decode)?[\\s/\\]>]|/(?:Filter|F)\\s*\\d+\\s+\\d+\\s+R\\b");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*");
    private static final List<COSName> LETTERS =
            List.of(COSName.ASCII85_DECODE, COSName.ASCII_HEX_DECODE);

    private final byte[] file;
    private final Budget budget;

    private Streams(byte[] file, Budget budget) {
        this.file = file;
        this.budget = budget;
    }

    /** Throws {@link Unreadable} if the file unpacks to too much. */
    static void measure(byte[] file, Budget budget) throws IOException {
        new Streams(file, budget).measure();
    }

    private void measure() throws IOException {
        var names = names();
        if (ODD.matcher(names).find()
                || ODD.matcher(COMMENT.matcher(names).replaceAll("")).find()) {
            throw new Unreadable("用了少见的压缩方式，没有打开；请重新导出 PDF");
        }
        var written =
                LETTERS.stream().filter(name -> names.contains("/" + name.getName())).toList();
        for (int at = next(0); at >= 0; at = next(at)) {
            inflate(file, begin(at));
            for (var letters : written) {
                inflate(bytes(letters, begin(at)), 0);
            }
        }
    }

    /** The file as text; names in it may be written as /Fl#61teDecode. */
    private String names() {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return ESCAPED.matcher(text)
                .replaceAll(found -> {
                    char c = (char) Integer.parseInt(found.group(1), 16);
                    return Character.isLetterOrDigit(c) ? String.valueOf(c) : "#";
                });
    }

    /** Behind the next word "stream" that is no "endstream"; -1 if there is none. */
    private int next(int from) {
        for (int i = from; i + STREAM.length < file.length; i++) {
            if (file[i] == 's' && isWord(i) && (i == 0 || file[i - 1] != 'd')) {
                return i + STREAM.length;
            }
        }
        return -1;
    }

    private boolean isWord(int at) {
        return Arrays.equals(file, at, at + STREAM.length, STREAM, 0, STREAM.length);
    }

    private int begin(int at) {
        int begin = at;
        while (begin < file.length && (file[begin] == '\r' || file[begin] == '\n')) {
            begin++;
        }
        return begin;
    }

    /** What stands there in letters, up to its end mark. */
    private byte[] bytes(COSName letters, int from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var written = new ByteArrayInputStream(file, from, file.length - from);
        FilterFactory.INSTANCE.getFilter(letters).decode(written, bytes, new COSDictionary(), 0);
        budget.check();
        return bytes.toByteArray();
    }

    private void inflate(byte[] packed, int from) {
        var piece = new byte[PIECE];
        try (var inflater = new Inflater()) {
            inflater.setInput(packed, from, packed.length - from);
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
