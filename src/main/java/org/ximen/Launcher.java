package org.ximen;

import java.io.IOException;

/**
 * The first class of the jar. It is compiled for Java 17, so that a Java that is too old for the
 * rest reads one plain sentence instead of a stack trace.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    /** Starts {@link Application}, or says which Java is needed and ends with exit code 1. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "西门小助需要 Java "
                            + NEEDED
                            + " 或更新版本，当前是 Java "
                            + found
                            + "。请安装 JDK "
                            + NEEDED
                            + " 后再用它的 java 启动。(Ximen needs Java "
                            + NEEDED
                            + ", this is Java "
                            + found
                            + ".)");
            System.exit(1);
        }
        var loader = PackageIndexLoader.like(Launcher.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        // By name: this class must load where Application cannot.
        Class.forName("org.ximen.Application", true, loader)
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
