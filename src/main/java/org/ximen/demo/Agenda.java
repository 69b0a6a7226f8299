package org.ximen.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is still to happen in the sample street: done in the order of time, whoever put it in. */
final class Agenda {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::at).thenComparing(Entry::turn);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private int turns;

    private record Entry(Instant at, int turn, Consumer<Instant> what) {}

    /** Puts in what happens at an instant. */
    void put(Instant at, Consumer<Instant> what) {
        entries.add(new Entry(at, turns++, what));
    }

    /** Lives through everything up to an instant; what was to happen later never does. */
    void run(Instant end) {
        for (var next = entries.poll(); next != null && !next.at().isAfter(end); ) {
            next.what().accept(next.at());
            next = entries.poll();
        }
    }
}
