package org.ximen.db;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A file that is written whole or not: after one failure it fails until its end. */
final class CheckedStream extends OutputStream {
    private final FileOutputStream file;
    private @Nullable IOException failure;

    private interface Step {
        void run() throws IOException;
    }

    private CheckedStream(FileOutputStream file) {
        this.file = file;
    }

    static CheckedStream open(String name, boolean append) throws IOException {
        return new CheckedStream(new FileOutputStream(name, append));
    }

    @Override
    public void write(int one) throws IOException {
        checked(() -> file.write(one));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        checked(() -> file.write(bytes, from, length));
    }

    /** Returns when all is on the disk. */
    void sync() throws IOException {
        checked(() -> file.getFD().sync());
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (failure != null) {
            throw new IOException("the file was not written whole", failure);
        }
    }

    private void checked(Step step) throws IOException {
        if (failure != null) {
            throw new IOException("the file was not written whole", failure);
        }
        try {
            step.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
