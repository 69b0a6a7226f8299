package org.ximen.evaluation;

import java.nio.file.Path;

/** A file cannot be used; the message says which line and why. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(Path file, String why) {
        super(file + "：" + why);
    }

    BadInput(Path file, int line, String why) {
        super(file + " 第 " + line + " 行：" + why);
    }
}
