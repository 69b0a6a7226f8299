package org.ximen;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ximen.db.OwnFolder;

/** Holds a data folder for one process; the system frees it when the process ends, however. */
final class HomeLock implements AutoCloseable {
    // A channel that nobody refers to is closed by the garbage collector, and the lock goes with
    // it.
    private static final Set<HomeLock> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, which is created if needed.
     *
     * @throws CannotStart if another process holds it, or nobody may write there
     */
    static HomeLock take(Path home) {
        try {
            OwnFolder.create(home);
            var channel =
                    FileChannel.open(
                            home.resolve("ximen.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotStart(
                        "数据目录 "
                                + home.toAbsolutePath()
                                + " 正被另一个西门小助使用。请先停掉那一个，或用 --ximen.home=另一个目录 启动。");
            }
            var lock = new HomeLock(channel);
            HELD.add(lock);
            OwnFolder.mend(home);
            return lock;
        } catch (IOException e) {
            throw new CannotStart(
                    "数据目录 "
                            + home.toAbsolutePath()
                            + " 不能写入。请检查这个文件夹属于谁、磁盘是否已满，或用 --ximen.home=另一个目录 启动。",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        HELD.remove(this);
        channel.close();
    }
}
