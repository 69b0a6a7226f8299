package org.ximen.isolation;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Each of many things by itself: whatever goes wrong with one, foreseen or not, is told and set
 * aside, and the others go on. Nothing is listed here that may go wrong, because the one exception
 * that nobody thought of is the one that stops all.
 *
 * <p>A machine that is out of memory or of classes is nobody's own trouble: such an {@link Error}
 * goes up. A stack that was too short for one thing is that thing's.
 */
public final class IsolatedRun {
    private IsolatedRun() {}

    /**
     * Something done for one thing.
     *
     * @param <R> what comes of it
     * @param <X> checked exceptions are expected, so they are the caller's
     */
    @FunctionalInterface
    public interface Work<R extends @Nullable Object, X extends Exception> {
        /** Does it. */
        R run() throws X;
    }

    /** What comes of the work, or of setting it aside. */
    public static <R extends @Nullable Object, X extends Exception> R of(
            Work<? extends R, X> work, Function<Throwable, ? extends R> aside) throws X {
        try {
            return work.run();
        } catch (RuntimeException | StackOverflowError e) {
            return aside.apply(e);
        }
    }

    /** Does the work for every thing; tells of each that failed. Returns how many succeeded. */
    public static <T> int each(
            Iterable<? extends T> things,
            Consumer<? super T> work,
            BiConsumer<? super T, Throwable> aside) {
        int done = 0;
        for (var thing : things) {
            done +=
                    IsolatedRun.<Integer, RuntimeException>of(
                            () -> {
                                work.accept(thing);
                                return 1;
                            },
                            why -> {
                                aside.accept(thing, why);
                                return 0;
                            });
        }
        return done;
    }
}
