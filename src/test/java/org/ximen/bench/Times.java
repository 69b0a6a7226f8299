package org.ximen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, again and again. */
final class Times {
    private final List<Long> nanos = new ArrayList<>();

    void time(Runnable run) {
        long from = System.nanoTime();
        run.run();
        add(System.nanoTime() - from);
    }

    synchronized void add(long nano) {
        nanos.add(nano);
    }

    /** Milliseconds that so many of a hundred stayed within. */
    double percent(int share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[Math.min(sorted.length - 1, sorted.length * share / 100)] / 1e6;
    }

    String shown() {
        return String.format(
                Locale.ROOT,
                "p50 %7.2f  p95 %7.2f  p99 %7.2f ms",
                percent(50),
                percent(95),
                percent(99));
    }
}
