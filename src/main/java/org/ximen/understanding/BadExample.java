package org.ximen.understanding;

/** A line of examples cannot be used; the message names the line and what is wrong with it. */
public final class BadExample extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadExample(int line, String problem) {
        super("第 " + line + " 行：" + problem);
    }
}
