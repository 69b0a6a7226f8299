package org.ximen.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.stream.Stream;
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

    /**
     * Closes a folder and the folders in it, whoever made them: a restore, an older version, a
     * person. One that others cannot look into stays as it is; links are left alone.
     */
    public static void mend(Path folder) throws IOException {
        var open = new ArrayList<Path>();
        try (var inside = Files.list(folder)) {
            Stream.concat(Stream.of(folder), inside)
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(OwnFolder::isOpen)
                    .forEach(open::add);
        }
        open.forEach(OwnFolder::keepOthersOut);
        if (!open.isEmpty()) {
            LOG.info("别的用户原来能看这些文件夹，现在只有自己能看：{}", open);
        }
    }

    private static boolean isOpen(Path folder) {
        var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix == null) {
            // Windows: the folder belongs to its owner as its parent says.
            return false;
        }
        try {
            return posix.readAttributes().permissions().stream()
                    .anyMatch(permission -> !permission.name().startsWith("OWNER"));
        } catch (IOException e) {
            LOG.warn("nobody knows who can read {}", folder, e);
            return false;
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
