package org.ximen.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Names and passwords checked. Hashing one takes a core for a tenth of a second, so a network has
 * only so many attempts, and half the cores hash at the same time.
 */
final class Login {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final AccountTable table;
    private final Audit audit;
    private final PasswordEncoder encoder;
    private final Attempts attempts;
    private final Proven proven = new Proven();
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    // Checked when the name is unknown, so that a wrong name takes as long as a wrong password.
    private final AccountTable.Row nobody;

    Login(AccountTable table, Audit audit, PasswordEncoder encoder, Attempts attempts) {
        this.table = table;
        this.audit = audit;
        this.encoder = encoder;
        this.attempts = attempts;
        this.nobody = AccountTable.Row.nobody(encoder.encode("a password that nobody has"));
    }

    Authentication check(String name, String password, String network, Instant now) {
        var row = table.find(name).orElse(nobody);
        if (row.member().active() && proven.holds(row, password)) {
            attempts.clear(name, network);
            return new Authentication.Granted(row.member());
        }
        var until = attempts.until(name, network, now);
        if (until.isPresent()) {
            return new Authentication.Locked(until.get());
        }
        if (!attempts.take(network, now)) {
            return new Authentication.TooMany(now.plus(LATER));
        }
        return hashed(new Attempt(name, password, network, now));
    }

    private record Attempt(String name, String password, String network, Instant now) {}

    private Authentication hashed(Attempt attempt) {
        if (!acquired()) {
            attempts.giveBack(attempt.network());
            return new Authentication.TooMany(attempt.now().plus(LATER));
        }
        try {
            return compared(attempt);
        } finally {
            hashing.release();
        }
    }

    private boolean acquired() {
        try {
            return hashing.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Looks again: guesses that ran beside this one may have used up what is free. */
    private Authentication compared(Attempt attempt) {
        var until = attempts.until(attempt.name(), attempt.network(), attempt.now());
        if (until.isPresent()) {
            attempts.giveBack(attempt.network());
            return new Authentication.Locked(until.get());
        }
        var row = table.find(attempt.name()).orElse(nobody);
        if (!encoder.matches(attempt.password(), row.password()) || !row.member().active()) {
            return wrong(attempt, row);
        }
        attempts.giveBack(attempt.network());
        attempts.clear(attempt.name(), attempt.network());
        proven.add(row, attempt.password());
        return new Authentication.Granted(row.member());
    }

    /** The trail has one line for each network that begins to wait, not one for each guess. */
    private Authentication wrong(Attempt attempt, AccountTable.Row row) {
        int times = attempts.failed(attempt.name(), attempt.network(), attempt.now());
        if (times == Attempts.FREE && row.member().active()) {
            var details = "来自 " + attempt.network();
            audit.record("system", "account.lock", row.member().name(), details, attempt.now());
        }
        return new Authentication.WrongPassword();
    }
}
