package org.ximen.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index on disk: opened as it is, or emptied if it is damaged or of another form. */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String VERSION = "version";

    private IndexFolder() {}

    static IndexWriter open(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        try {
            check(directory, version);
            return writer(directory, version);
        } catch (LockObtainFailedException e) {
            throw e; // somebody else works in it: nothing is damaged
        } catch (IOException | RuntimeException e) {
            LOG.warn("检索索引 {} 不可用，重新建立：{}", folder, e.toString());
            empty(directory);
            return writer(directory, version);
        }
    }

    private static void check(FSDirectory directory, String version) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try (var reader = DirectoryReader.open(directory)) {
            var made = reader.getIndexCommit().getUserData().get(VERSION);
            if (!version.equals(made)) {
                throw new IOException("版本是 " + made + "，现在是 " + version);
            }
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private static IndexWriter writer(FSDirectory directory, String version) throws IOException {
        var writer = new IndexWriter(directory, new IndexWriterConfig(Analysis.ALL));
        writer.setLiveCommitData(Map.of(VERSION, version).entrySet());
        return writer;
    }

    private static void empty(FSDirectory directory) throws IOException {
        for (var file : directory.listAll()) {
            if (file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                // Never deleted, since another process may hold it; it is always empty.
                Files.write(directory.getDirectory().resolve(file), new byte[0]);
            } else {
                directory.deleteFile(file);
            }
        }
    }
}
