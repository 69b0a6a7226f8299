package org.ximen.chat;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param times how many in each period, in the long run
 * @param burst how many at once after a rest
 */
public record Rate(int times, Duration per, int burst) {
    public Rate {
        if (times < 1 || burst < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("a rate needs at least one in some time: " + times);
        }
    }
}
