package org.ximen.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A door to work that needs the processor. A few threads of the operating system do it, so that
 * nothing else waits for a virtual thread's turn. Of those who wait, first comes the network that
 * used least of late, then the conversation that did, then whose work is small; each waits for a
 * bounded time.
 */
public final class Admission implements AutoCloseable {
    // Or who makes up a new conversation for each message would always come first.
    private static final double MOST_OF_THE_PAST = 100;

    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Visit<?>> waiting = new ArrayList<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Set<String> talking = new HashSet<>();
    private final Spent byNetwork = new Spent();
    private final Spent byConversation = new Spent();
    private final ExecutorService workers;
    private int running;
    private boolean closed;

    /**
     * How much is let in.
     *
     * @param atOnce pieces of work that are done at the same time
     * @param perNetwork of them for one network; a conversation has one
     * @param patience how long one waits before it is told to come back
     */
    public record Limits(int atOnce, int perNetwork, Duration patience) {
        public Limits {
            if (atOnce < 1 || perNetwork < 1) {
                throw new IllegalArgumentException("limits below 1");
            }
        }
    }

    /**
     * @param name of the threads
     */
    public Admission(String name, Limits limits) {
        this.limits = limits;
        this.workers =
                Executors.newFixedThreadPool(
                        limits.atOnce(), Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    /**
     * Has a piece of work done and hands back what came of it.
     *
     * @throws TooBusy if it could not be begun in time or before the end; nothing of it was done
     */
    public <T> T run(Claim claim, Supplier<T> work) {
        var visit = new Visit<>(claim, work);
        join(visit);
        if (!visit.isDone(limits.patience()) && isGivenUp(visit)) {
            throw new TooBusy("not begun within " + limits.patience());
        }
        return visit.result();
    }

    private void join(Visit<?> visit) {
        lock.lock();
        try {
            if (closed) {
                throw new TooBusy("the end has come");
            }
            waiting.add(visit);
            begin();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it had not been begun, and will not be. */
    private boolean isGivenUp(Visit<?> visit) {
        lock.lock();
        try {
            return waiting.remove(visit);
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        for (var next = next(); next.isPresent(); next = next()) {
            var visit = next.get();
            waiting.remove(visit);
            running++;
            underWay.merge(visit.claim().network(), 1, Integer::sum);
            talking.add(visit.claim().conversation());
            workers.execute(() -> work(visit));
        }
    }

    private Optional<Visit<?>> next() {
        if (running >= limits.atOnce()) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        return waiting.stream()
                .filter(this::mayBegin)
                .min(
                        Comparator.<Visit<?>>comparingDouble(
                                        visit -> byNetwork.of(visit.claim().network(), now))
                                .thenComparingDouble(visit -> cost(visit.claim(), now)));
    }

    private boolean mayBegin(Visit<?> visit) {
        var claim = visit.claim();
        return underWay.getOrDefault(claim.network(), 0) < limits.perNetwork()
                && !talking.contains(claim.conversation());
    }

    private double cost(Claim claim, long now) {
        double past = byConversation.of(claim.conversation(), now);
        return Math.min(MOST_OF_THE_PAST, past) + claim.effort();
    }

    private void work(Visit<?> visit) {
        long from = System.nanoTime();
        try {
            visit.run();
        } finally {
            end(visit.claim(), from);
        }
    }

    private void end(Claim claim, long from) {
        lock.lock();
        try {
            long now = System.nanoTime();
            byNetwork.add(claim.network(), now - from, now);
            byConversation.add(claim.conversation(), now - from, now);
            underWay.computeIfPresent(claim.network(), (n, count) -> count == 1 ? null : count - 1);
            talking.remove(claim.conversation());
            running--;
            begin();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Begins nothing more, and tells those who wait; what was begun comes to its end. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.forEach(Visit::giveUp);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        workers.shutdown();
    }
}
