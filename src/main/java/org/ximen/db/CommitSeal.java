package org.ximen.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Seals on the commits of the database's log: a line {@code COMMIT} becomes {@code
 * COMMIT/*01234567*}{@code /}, with the checksum of all bytes of the file before the seal. To the
 * database it is a comment.
 */
final class CommitSeal {
    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DIGITS = 8;
    private static final int LONGEST_LINE_END = 2;
    private static final int LENGTH = DIGITS + 4;

    private final CRC32C sum = new CRC32C();
    private String first = "";

    /** The first seal of the file, by which it is told from others; empty before. */
    String first() {
        return first;
    }

    /** What is to be written for a batch, sealed if it ends with a commit. */
    byte[] seal(byte[] batch) {
        int end = endOfCommit(batch);
        if (end < 0) {
            sum.update(batch);
            return batch;
        }
        sum.update(batch, 0, end);
        var seal = next().getBytes(StandardCharsets.ISO_8859_1);
        var sealed =
                ByteBuffer.allocate(batch.length + seal.length)
                        .put(batch, 0, end)
                        .put(seal)
                        .put(batch, end, batch.length - end)
                        .array();
        sum.update(sealed, end, sealed.length - end);
        return sealed;
    }

    /**
     * Takes the next line of a file.
     *
     * @param line with its end
     * @return whether a seal on it is right; true too where it has none
     */
    boolean isRight(byte[] line) {
        int seal = startOfSeal(line);
        if (seal < 0) {
            sum.update(line);
            return true;
        }
        sum.update(line, 0, seal);
        var expected = next();
        sum.update(line, seal, line.length - seal);
        return expected.equals(new String(line, seal, LENGTH, StandardCharsets.ISO_8859_1));
    }

    /** Whether a line carries a seal, right or wrong. */
    static boolean isOn(byte[] line) {
        return startOfSeal(line) >= 0;
    }

    private String next() {
        var digits = HexFormat.of().toHexDigits(sum.getValue(), DIGITS);
        first = first.isEmpty() ? digits : first;
        return "/*" + digits + "*/";
    }

    /** Where the last line, if it is a commit, is to be sealed; else -1. */
    private static int endOfCommit(byte[] batch) {
        int end = contentEnd(batch);
        return end < batch.length && endsWithCommit(batch, end) ? end : -1;
    }

    private static int startOfSeal(byte[] line) {
        int start = contentEnd(line) - LENGTH;
        return start >= 0
                        && line[start] == '/'
                        && line[start + 1] == '*'
                        && line[start + LENGTH - 1] == '/'
                        && line[start + LENGTH - 2] == '*'
                        && endsWithCommit(line, start)
                ? start
                : -1;
    }

    private static int contentEnd(byte[] line) {
        int end = line.length;
        while (end > 0
                && line.length - end < LONGEST_LINE_END
                && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    // "COMMIT" alone on its line, or behind the mark of a session, "/*C12*/".
    private static boolean endsWithCommit(byte[] bytes, int end) {
        int start = end - COMMIT.length;
        for (int i = 0; i < COMMIT.length; i++) {
            if (start < 0 || bytes[start + i] != COMMIT[i]) {
                return false;
            }
        }
        return start == 0 || bytes[start - 1] == '\n' || bytes[start - 1] == '/';
    }
}
