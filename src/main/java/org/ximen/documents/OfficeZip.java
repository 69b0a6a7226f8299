package org.ximen.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of an Office file, unpacked one by one and counted. */
final class OfficeZip implements AutoCloseable {
    private static final int ENTRIES = 5000;

    private final ZipFile zip;
    private final Budget budget;

    OfficeZip(Path file, Budget budget) throws IOException {
        this.zip = open(file);
        this.budget = budget;
        if (zip.size() > ENTRIES) {
            zip.close();
            throw new Unreadable("里面的文件太多，没有打开");
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new Unreadable("打不开，可能加了密码或已损坏；请用 Office 另存一份", e);
        }
    }

    /** Walks through a part; true if it is there. */
    boolean walk(String name, Xml.Listener listener) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return false;
        }
        try (var stream = budget.counted(zip.getInputStream(entry))) {
            Xml.walk(stream, listener);
        } catch (ZipException e) {
            throw new Unreadable("文件已损坏，请用 Office 另存一份", e);
        }
        return true;
    }

    /** The names of the parts of a folder, in order. */
    List<String> names(String folder) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder))
                .sorted((a, b) ->
                        a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
                .toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
