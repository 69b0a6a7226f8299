package org.ximen.dialogue;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ximen.chat.Sender;

/** Holds the messages of one chat apart: one after another. */
final class ChatLocks {
    private static final int MANY = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(MANY).toArray(ReentrantLock[]::new);

    <T> T holding(Sender sender, Supplier<T> work) {
        var lock = locks[Math.floorMod(sender.hashCode(), MANY)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
