package org.ximen.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room left where the data lies. The last part of it belongs to messages and cases; photos,
 * vectors and samples stay out of it.
 */
public final class DiskSpace {
    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final long MEGABYTE = 1024L * 1024;
    // The log may be written anew and cached rows be saved; with less left nothing is promised.
    private static final long LEAST = 8 * MEGABYTE;

    private final Path home;
    private final long reserve;

    /**
     * @param reserve bytes that are kept free from all that can wait; 0 for none
     */
    public DiskSpace(Path home, long reserve) {
        this.home = home;
        this.reserve = reserve;
    }

    /** Whether what can wait may be written. */
    public boolean isRoomy() {
        return free() >= reserve;
    }

    /** Whether there is too little even for messages. */
    boolean isFull() {
        return free() < Math.min(LEAST, reserve);
    }

    /** How much is left, and what to do. */
    String sentence() {
        return "磁盘快满了（%s 所在的磁盘只剩 %d MB），请腾出空间"
                .formatted(home.toAbsolutePath().normalize(), free() / MEGABYTE);
    }

    private long free() {
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException e) {
            LOG.debug("the room left is not known", e);
            return Long.MAX_VALUE;
        }
    }
}
