package org.ximen.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    /** Starts at an instant, given as {@code 2026-11-23T02:00:00Z}. */
    public SettableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on. */
    public Instant pass(Duration time) {
        now = now.plus(time);
        return now;
    }
}
