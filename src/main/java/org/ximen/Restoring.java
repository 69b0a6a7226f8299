package org.ximen;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.ximen.db.DamagedStore;
import org.ximen.db.RestoredCopy;

/** The command {@code restore}: a copy of the embedded database is put back in its place. */
final class Restoring {
    private static final String USAGE =
            "用法：java -jar ximen.jar restore data/backup/ximen-年月日-时分.tgz [--ximen.home=data]";

    private Restoring() {}

    /**
     * Restores one copy and says what was done.
     *
     * @param args all of the command line
     * @return the exit code
     */
    static int run(String... args) {
        var copies = Arrays.stream(args).skip(1).filter(arg -> !arg.startsWith("--")).toList();
        if (copies.size() != 1) {
            return told(USAGE, 1);
        }
        var environment = Measuring.environment(args);
        if (!environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:hsqldb:")) {
            return told("restore 只恢复内嵌数据库的备份，PostgreSQL 请用它自己的工具。", 1);
        }
        return put(
                Path.of(copies.getFirst()), Path.of(environment.getRequiredProperty("ximen.home")));
    }

    private static int put(Path copy, Path home) {
        try (var lock = HomeLock.take(home)) {
            var aside = RestoredCopy.put(copy, home, InstantSource.system().instant());
            return told("已恢复 " + copy + "。原来的数据库在 " + aside + "，确认没有问题后可以删掉。现在照常启动就行。", 0);
        } catch (CannotStart | DamagedStore e) {
            return told(String.valueOf(e.getMessage()), 1);
        } catch (IOException e) {
            return told("恢复不了：" + e.getMessage() + "。请检查磁盘是否已满、文件夹能否写入。", 1);
        }
    }

    private static int told(String sentence, int code) {
        Terminal.readable(code == 0 ? System.out : System.err).println(sentence);
        return code;
    }
}
