package org.ximen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where people read what we print. */
final class Terminal {
    private Terminal() {}

    /**
     * The stream as one that writes Chinese: a service or a terminal that names no language would
     * show question marks.
     */
    static PrintStream readable(PrintStream stream) {
        return stream.charset().newEncoder().canEncode('西')
                ? stream
                : new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
