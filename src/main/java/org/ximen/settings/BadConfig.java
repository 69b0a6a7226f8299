package org.ximen.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/} cannot be used; the message names the file and what to change. */
public final class BadConfig extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadConfig(Path file, String problem) {
        this(file, problem, null);
    }

    BadConfig(Path file, String problem, @Nullable Throwable cause) {
        super("配置文件 " + file + " 有误：" + problem, cause);
    }
}
