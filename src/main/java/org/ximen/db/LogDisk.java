package org.ximen.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A real file. Not a channel: one that an interrupted thread writes to would be closed for all. */
record LogDisk(RandomAccessFile file) implements CommitLog.Disk {
    static LogDisk open(Path path) throws IOException {
        return new LogDisk(new RandomAccessFile(path.toFile(), "rw"));
    }

    @Override
    public void write(long at, byte[] bytes) throws IOException {
        file.seek(at);
        file.write(bytes);
    }

    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void cut(long length) throws IOException {
        file.setLength(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
