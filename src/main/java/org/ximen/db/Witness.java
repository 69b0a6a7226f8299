package org.ximen.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * A small file beside the embedded database that knows what was promised, so that a database that
 * lost something is not taken for a whole one. It has two places that are written in turn, each
 * with a checksum; writing needs no new room on the disk. PostgreSQL keeps its own counsel.
 */
final class Witness implements AutoCloseable {
    private static final String NAME = "witness";
    private static final int PLACE = 256;
    private static final int PLACES = 2;

    private final RandomAccessFile file;
    private final StoreHealth health;
    private final Object learning = new Object();
    private volatile Promised newest;
    private Entry written;

    /** What a place holds. */
    private record Entry(long turn, Promised promised) {}

    private Witness(RandomAccessFile file, Entry written, StoreHealth health) {
        this.file = file;
        this.written = written;
        this.newest = written.promised();
        this.health = health;
    }

    static Witness open(Path home, StoreHealth health) throws IOException {
        var newest = newest(home);
        return new Witness(new RandomAccessFile(home.resolve(NAME).toFile(), "rw"), newest, health);
    }

    /** What a data folder's witness knows; nothing where there is none. */
    static Promised read(Path home) throws IOException {
        return newest(home).promised();
    }

    /** What it knows. */
    Promised promised() {
        return newest;
    }

    /** A case got its number; returns when that is on the disk. Many at once share one write. */
    void gave(long cases, String number) {
        learn(now ->
                now.cases() >= cases ? now : new Promised(cases, number, now.message(), now.log()));
        write(cases);
    }

    /** What the store holds, seen now and then. */
    void saw(long message, LogPosition log) {
        learn(now ->
                new Promised(now.cases(), now.number(), Math.max(message, now.message()), log));
        write(Long.MAX_VALUE);
    }

    /** Takes a restored store for what it is, however little it holds. */
    void accept(Promised restored) {
        learn(now -> restored);
        write(Long.MAX_VALUE);
    }

    private void learn(UnaryOperator<Promised> more) {
        synchronized (learning) {
            newest = more.apply(newest);
        }
    }

    private synchronized void write(long cases) {
        var now = newest;
        if (written.promised().cases() >= cases || now.equals(written.promised())) {
            return;
        }
        try {
            var next = new Entry(written.turn() + 1, now);
            file.seek(next.turn() % PLACES * PLACE);
            file.write(bytes(next));
            file.getFD().sync();
            written = next;
            health.settle(StoreHealth.Part.WITNESS);
        } catch (IOException e) {
            health.raise(StoreHealth.Part.WITNESS, "数据目录写不进去（" + e.getMessage() + "）", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Entry newest(Path home) throws IOException {
        var path = home.resolve(NAME);
        var bytes = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
        return IntStream.range(0, bytes.length / PLACE)
                .mapToObj(place ->
                        entry(new String(bytes, place * PLACE, PLACE, StandardCharsets.UTF_8)))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(Entry::turn))
                .orElse(new Entry(0, Promised.NOTHING));
    }

    private static byte[] bytes(Entry entry) {
        var said = entry.promised();
        var line =
                "%d,%d,%s,%d,%s,%d,"
                        .formatted(
                                entry.turn(),
                                said.cases(),
                                said.number(),
                                said.message(),
                                said.log().first(),
                                said.log().kept());
        return (line + sum(line) + "\n" + " ".repeat(PLACE))
                .substring(0, PLACE)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Entry> entry(String place) {
        var line = place.replaceFirst("(?s)\n.*", "");
        int end = line.lastIndexOf(',') + 1;
        if (end == 0 || !line.substring(end).equals(sum(line.substring(0, end)))) {
            return Optional.empty();
        }
        var part = line.split(",", -1);
        return Optional.of(
                new Entry(
                        Long.parseLong(part[0]),
                        new Promised(
                                Long.parseLong(part[1]),
                                part[2],
                                Long.parseLong(part[3]),
                                new LogPosition(part[4], Long.parseLong(part[5])))));
    }

    private static String sum(String line) {
        var sum = new CRC32C();
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }
}
