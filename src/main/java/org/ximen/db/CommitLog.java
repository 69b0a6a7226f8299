package org.ximen.db;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The database's log as it is on the disk. Whatever cannot be written stays in memory, in order,
 * and is written as soon as it can be; until then {@link StoreHealth} says so. The file never holds
 * half a line with another behind it.
 */
final class CommitLog {
    // Some hours of what the jobs note about themselves; nothing else is committed meanwhile.
    private static final int MOST_WAITING = 64 * 1024 * 1024;

    /** The file, by position. */
    interface Disk extends AutoCloseable {
        void write(long at, byte[] bytes) throws IOException;

        /** Returns when all that was written is on the disk. */
        void force() throws IOException;

        void cut(long length) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Disk disk;
    private final StoreHealth health;
    private final CommitSeal seal = new CommitSeal();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long kept;

    CommitLog(Disk disk, StoreHealth health) {
        this.disk = disk;
        this.health = health;
    }

    synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (health.has(StoreHealth.Part.LOG) && waiting.size() + length > MOST_WAITING) {
            throw new IOException("too much waits for the disk");
        }
        batch.write(bytes, from, length);
    }

    /**
     * Ends a batch and brings it to the disk, with what waited before; says whether it is there.
     */
    synchronized boolean sync() {
        if (batch.size() > 0) {
            waiting.writeBytes(seal.seal(batch.toByteArray()));
            batch.reset();
        }
        return retry();
    }

    /** Writes what waits; says whether all that was synced is on the disk. */
    synchronized boolean retry() {
        try {
            if (waiting.size() > 0) {
                disk.write(kept, waiting.toByteArray());
                disk.force();
                kept += waiting.size();
                waiting.reset();
            }
            health.settle(StoreHealth.Part.LOG);
            return true;
        } catch (IOException e) {
            failed(e);
            cutBack();
            return false;
        }
    }

    private void failed(IOException e) {
        health.raise(StoreHealth.Part.LOG, "数据库的日志写不进磁盘（" + e.getMessage() + "），请腾出空间或检查磁盘", e);
    }

    // What is written next starts there again, so a tail that stays does no harm.
    private void cutBack() {
        try {
            disk.cut(kept);
        } catch (IOException e) {
            failed(e);
        }
    }

    /** How far it is on the disk. */
    synchronized LogPosition position() {
        return new LogPosition(seal.first(), kept);
    }

    /** The database began another log, which holds all that waited here. */
    synchronized void replaced() throws IOException {
        batch.reset();
        waiting.reset();
        disk.close();
    }
}
