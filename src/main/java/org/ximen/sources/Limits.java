package org.ximen.sources;

import java.time.Duration;

/**
 * What asking a site may cost us and it.
 *
 * @param time for one request, from the name to the last byte
 * @param bytes of one page, unpacked
 * @param pause between two requests to one site, unless it asks for more
 */
record Limits(Duration time, long bytes, Duration pause) {
    static final Limits USUAL =
            new Limits(Duration.ofSeconds(30), 20L << 20, Duration.ofSeconds(2));
}
