package org.ximen.db;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The copies of the embedded database in a folder. */
final class BackupCopies {
    private static final String FORM = "ximen-\\d{8}-\\d{4}\\.tgz";

    private BackupCopies() {}

    /** Newest first. */
    static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(FORM))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a copy can be read to its end; its packing carries a checksum. */
    static boolean isWhole(Path copy) {
        try (var bytes = new GZIPInputStream(Files.newInputStream(copy))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What is wrong with the store of a data folder, and the way back. */
    static String sentence(String wrong, Path home) {
        var kept = wrong + "；没有用它启动，文件都原样留着。";
        return in(home.resolve("backup")).stream()
                .filter(BackupCopies::isWhole)
                .findFirst()
                .map(copy ->
                        kept
                                + "最近一份好的备份是 "
                                + copy
                                + "，用它恢复：java -jar ximen.jar restore "
                                + copy
                                + " --ximen.home="
                                + home
                                + "（备份以后的内容会缺，编号不会重复）。")
                .orElse(kept + "没有找到能用的备份，请把 " + home + " 整个拷一份，交给维护的人。");
    }
}
