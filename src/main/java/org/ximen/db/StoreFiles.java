package org.ximen.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database's way to its files. It swallows what goes wrong when it writes its log;
 * here that is noticed and told to {@link StoreHealth}.
 */
final class StoreFiles implements FileAccess {
    /** Opens a file for the log. */
    interface Opener {
        CommitLog.Disk open(Path file) throws IOException;
    }

    private final FileAccess plain;
    private final Path log;
    private final Opener opener;
    private final StoreHealth health;
    private volatile @Nullable CommitLog current;

    StoreFiles(FileAccess plain, Path log, Opener opener, StoreHealth health) {
        this.plain = plain;
        this.log = log;
        this.opener = opener;
        this.health = health;
    }

    /** The log that is written now, once the database has begun one through here. */
    Optional<CommitLog> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        return Path.of(name).equals(log) ? new LogStream(log()) : checked(name, true);
    }

    /** A checkpoint that failed goes on with the log that it would have replaced. */
    private synchronized CommitLog log() throws IOException {
        var before = current;
        if (before != null && Files.exists(log)) {
            return before;
        }
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new IOException("another log is there already: " + log);
        }
        if (before != null) {
            before.replaced();
        }
        var fresh = new CommitLog(opener.open(log), health);
        current = fresh;
        return fresh;
    }

    private OutputStream checked(String name, boolean append) throws IOException {
        return CheckedStream.open(name, append);
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return checked(name, false);
    }

    @Override
    public FileSync getFileSync(OutputStream stream) throws IOException {
        return switch (stream) {
            case LogStream own -> own.log()::sync;
            case CheckedStream checked -> checked::sync;
            default -> plain.getFileSync(stream);
        };
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return plain.openInputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return plain.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        plain.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return plain.removeElement(name);
    }

    @Override
    public boolean renameElement(String from, String to) {
        return plain.renameElement(from, to);
    }

    @Override
    public boolean renameElementOrCopy(String from, String to, EventLogInterface events) {
        return plain.renameElementOrCopy(from, to, events);
    }

    /** What the database writes to; it flushes and syncs after each commit. */
    private static final class LogStream extends OutputStream {
        private final CommitLog log;

        LogStream(CommitLog log) {
            this.log = log;
        }

        CommitLog log() {
            return log;
        }

        @Override
        public void write(int one) throws IOException {
            log.write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            log.write(bytes, from, length);
        }
    }
}
