package org.ximen.settings;

import java.nio.file.Path;

/** A file of {@code config/} cannot be used; the message names the file and what to change. */
public final class BadConfig extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadConfig(Path file, String problem) {
        super("配置文件 " + file + " 有误：" + problem);
    }
}
