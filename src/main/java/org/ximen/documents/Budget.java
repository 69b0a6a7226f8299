package org.ximen.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What one file may cost: computing time of the thread that reads it, unpacked bytes and
 * characters. Every reader asks it as it goes. A busy machine makes reading slow, not the file.
 */
final class Budget {
    static final Duration TIME = Duration.ofSeconds(20);
    static final long FILE = 20L << 20;
    // A long law has 60,000 characters; a street's longest plan some 200,000.
    private static final int CHARACTERS = 1_000_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final long UNPACKED = 100L << 20;
    // XML and HTML of honest documents is at most some dozens deep.
    static final int DEPTH = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end;
    private final long computed;
    private final int most;
    private long unpacked;
    private int characters;

    Budget(Duration time) {
        this(time, CHARACTERS);
    }

    Budget(Duration time, int characters) {
        this.most = characters;
        this.end = System.nanoTime() + time.toNanos();
        this.computed = THREADS.getCurrentThreadCpuTime() + time.toNanos();
    }

    /** Throws when the time is over or the reader was told to stop. */
    void check() {
        if (isOver() || Thread.currentThread().isInterrupted()) {
            throw new Unreadable("读了很久也没读完，文件可能有问题，请另存一份再放进来");
        }
    }

    /** The clock is asked first, which is cheap. */
    private boolean isOver() {
        return System.nanoTime() - end > 0 && THREADS.getCurrentThreadCpuTime() > computed;
    }

    /** Counts text that was taken. */
    void take(int length) {
        characters += length;
        if (characters > most) {
            throw new Unreadable("文字超过 " + most / TEN_THOUSAND + " 万字，请拆成几个文件");
        }
        check();
    }

    /** Counts bytes that were unpacked. */
    void unpack(long bytes) {
        unpacked += bytes;
        if (unpacked > UNPACKED) {
            throw new Unreadable("解开后超过 100 MB，像是压缩炸弹，没有打开");
        }
        check();
    }

    /** The same stream, counted. */
    InputStream counted(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                unpack(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int read = super.read(into, from, most);
                unpack(Math.max(0, read));
                return read;
            }
        };
    }
}
