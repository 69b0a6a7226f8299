package org.ximen.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that is full when a test says so: half of what is written arrives. */
final class FailingDisk {
    enum Mood {
        WELL,
        FULL,
        BROKEN_SYNC
    }

    private volatile Mood mood = Mood.WELL;

    void is(Mood now) {
        mood = now;
    }

    CommitLog.Disk open(Path file) throws IOException {
        var real = LogDisk.open(file);
        return new CommitLog.Disk() {
            @Override
            public void write(long at, byte[] bytes) throws IOException {
                if (mood == Mood.FULL) {
                    real.write(at, Arrays.copyOf(bytes, bytes.length / 2));
                    throw new IOException("No space left on device");
                }
                real.write(at, bytes);
            }

            @Override
            public void force() throws IOException {
                if (mood == Mood.BROKEN_SYNC) {
                    throw new IOException("Input/output error");
                }
                real.force();
            }

            @Override
            public void cut(long length) throws IOException {
                // The tail that no file system took back.
                if (mood == Mood.WELL) {
                    real.cut(length);
                }
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }
}
