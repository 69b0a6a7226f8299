package org.ximen.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders that only their owner may look into: what residents told us lies there. */
public final class OwnFolder {
    private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);

    private OwnFolder() {}

    /** Creates a folder that is not there yet; one that is there stays as somebody made it. */
    public static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            keepOthersOut(folder);
        }
    }

    private static void keepOthersOut(Path folder) {
        var file = folder.toFile();
        boolean closed =
                file.setReadable(false, false)
                        & file.setExecutable(false, false)
                        & file.setReadable(true, true)
                        & file.setExecutable(true, true);
        if (!closed) {
            LOG.warn("others on this machine may be able to read {}", folder);
        }
    }
}
