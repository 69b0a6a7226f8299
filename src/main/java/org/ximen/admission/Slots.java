package org.ximen.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** So many at once in all and for each key; who finds no slot waits a while, or goes. */
public final class Slots {
    private final int most;
    private final int mostPerKey;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** A slot that was taken; closing it gives it back. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param most in all
     * @param mostPerKey of one key
     * @param patience how long somebody waits for a slot
     */
    public Slots(int most, int mostPerKey, Duration patience) {
        this.most = most;
        this.mostPerKey = mostPerKey;
        this.patience = patience;
    }

    /**
     * Takes a slot.
     *
     * @throws TooBusy if none is free in time
     */
    public Slot take(String key) {
        lock.lock();
        try {
            awaitRoom(key);
            taken.merge(key, 1, Integer::sum);
            all++;
        } finally {
            lock.unlock();
        }
        return () -> giveBack(key);
    }

    private void awaitRoom(String key) {
        long rest = patience.toNanos();
        while (all >= most || taken.getOrDefault(key, 0) >= mostPerKey) {
            if (rest <= 0) {
                throw new TooBusy("no slot, " + all + " of " + most + " are taken");
            }
            rest = await(rest);
        }
    }

    private long await(long nanos) {
        try {
            return left.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void giveBack(String key) {
        lock.lock();
        try {
            taken.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
            all--;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many are taken. */
    public int taken() {
        lock.lock();
        try {
            return all;
        } finally {
            lock.unlock();
        }
    }
}
