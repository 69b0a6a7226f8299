package org.ximen.staff;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.ximen.db.Db;

/** Names and passwords checked; five wrong passwords lock an account for 15 minutes. */
final class Login {
    private static final int MOST_WRONG = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final Db db;
    private final AccountTable table;
    private final Audit audit;
    private final PasswordEncoder encoder;
    // Checked when the name is unknown, so that a wrong name takes as long as a wrong password.
    private final String nobody;

    Login(Db db, AccountTable table, Audit audit, PasswordEncoder encoder) {
        this.db = db;
        this.table = table;
        this.audit = audit;
        this.encoder = encoder;
        this.nobody = encoder.encode("a password that nobody has");
    }

    Authentication check(String name, String password, Instant now) {
        var found = table.find(name);
        if (found.isEmpty()) {
            encoder.matches(password, nobody);
            return new Authentication.WrongPassword();
        }
        var row = found.get();
        var locked = row.lockedAt(now);
        if (locked.isPresent()) {
            return new Authentication.Locked(locked.get());
        }
        if (!encoder.matches(password, row.password())) {
            return wrong(row.member(), now);
        }
        return right(row.member().name(), now);
    }

    private Authentication wrong(StaffMember member, Instant now) {
        db.run(() -> {
            table.failed(member.id(), MOST_WRONG, now.plus(LOCK));
            if (table.get(member.name()).lockedAt(now).isPresent()) {
                audit.record("system", "account.lock", member.name(), now);
            }
        });
        return new Authentication.WrongPassword();
    }

    /** Reads again: guesses that ran beside this one may have locked the account meanwhile. */
    private Authentication right(String name, Instant now) {
        var row = table.get(name);
        var locked = row.lockedAt(now);
        if (locked.isPresent()) {
            return new Authentication.Locked(locked.get());
        }
        if (!row.member().active()) {
            return new Authentication.WrongPassword();
        }
        table.succeeded(row.member().id());
        return new Authentication.Granted(row.member());
    }
}
