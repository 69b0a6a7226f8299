package org.ximen.db;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a log of the embedded database holds, by its seals.
 *
 * @param first its first seal; empty where it has none
 * @param good bytes up to the end of the last commit whose seal is right; 0 where none is
 * @param broken how many seals are wrong
 * @param whole bytes up to the end of the last whole line
 * @param size all bytes
 * @param holes whether there are zero bytes behind the good ones, which no database writes
 */
record LogReading(String first, long good, int broken, long whole, long size, boolean holes) {

    static LogReading of(Path log) throws IOException {
        var seal = new CommitSeal();
        long good = 0;
        long at = 0;
        long whole = 0;
        int broken = 0;
        boolean holes = false;
        try (var bytes = new BufferedInputStream(Files.newInputStream(log))) {
            for (byte[] line = line(bytes); line.length > 0; line = line(bytes)) {
                at += line.length;
                whole = line[line.length - 1] == '\n' ? at : whole;
                boolean right = seal.isRight(line);
                boolean sealed = CommitSeal.isOn(line) && whole == at;
                good = sealed && right && broken == 0 ? at : good;
                broken += right ? 0 : 1;
                holes = good != at && (holes || hasZero(line));
            }
        }
        return new LogReading(seal.first(), good, broken, whole, at, holes);
    }

    /** Whether something in the middle is damaged, not just the end that was being written. */
    boolean isDamaged() {
        return broken > 1 || (first.isEmpty() && holes && whole == size);
    }

    /** Where the log is to be cut so that it ends with what was kept; its size if nowhere. */
    long end() {
        boolean torn = broken > 0 || holes || whole < size;
        if (!torn) {
            return size;
        }
        return first.isEmpty() ? whole : good;
    }

    private static byte[] line(InputStream bytes) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean hasZero(byte[] line) {
        for (byte each : line) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }
}
