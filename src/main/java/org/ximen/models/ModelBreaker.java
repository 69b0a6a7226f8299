package org.ximen.models;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls away from a server that fails: after some failures in a row it rests, then one call
 * tries it, and each failure of such a trial makes the rest twice as long.
 */
final class ModelBreaker {
    private static final int MOST_FAILURES = 3;
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private int failures;
    private Duration rest = FIRST_REST;
    private Instant restingUntil = Instant.MIN;
    private boolean tried;

    /** Whether a call may be made; of a server that has rested only one at a time. */
    synchronized boolean lets(Instant now) {
        if (failures < MOST_FAILURES) {
            return true;
        }
        boolean may = !tried && !now.isBefore(restingUntil);
        tried |= may;
        return may;
    }

    /** A call that was let through was not made after all. */
    synchronized void unused() {
        tried = false;
    }

    synchronized void succeeded() {
        failures = 0;
        tried = false;
        rest = FIRST_REST;
    }

    /** Returns whether the server begins to rest. */
    synchronized boolean failed(Instant now) {
        failures++;
        if (failures < MOST_FAILURES) {
            return false;
        }
        rest = tried ? longer(rest) : rest;
        restingUntil = now.plus(rest);
        tried = false;
        return true;
    }

    private static Duration longer(Duration rest) {
        var twice = rest.multipliedBy(2);
        return twice.compareTo(LONGEST_REST) < 0 ? twice : LONGEST_REST;
    }

    /** Whether calls are kept away. */
    synchronized boolean rests() {
        return failures >= MOST_FAILURES;
    }
}
