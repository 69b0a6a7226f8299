package org.ximen.staff;

import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.ximen.db.Db;

/** The accounts of the staff: opened, checked, closed. */
public final class Accounts {
    /** Name of the first account. */
    public static final String ADMIN = "admin";

    private static final int MOST_WRONG = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    /**
     * What a session was opened with.
     *
     * @param mark changes when the password does
     */
    public record Standing(StaffMember member, int mark) {}

    private final Db db;
    private final AccountTable table;
    private final Audit audit;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    // Checked when the name is unknown, so that a wrong name takes as long as a wrong password.
    private final String nobody = encoder.encode("a password that nobody has");

    public Accounts(Db db, Audit audit) {
        this.db = db;
        this.table = new AccountTable(db);
        this.audit = audit;
    }

    /**
     * Opens an account.
     *
     * @throws StaffRefused if {@code by} is no administrator, or the name is taken
     */
    public StaffMember create(NewAccount account, StaffMember by, Instant now) {
        onlyAdmin(by);
        return add(account, by.name(), now);
    }

    /** The account of that name, open or closed; letters compare without case. */
    public Optional<StaffMember> find(String name) {
        return table.find(name).map(AccountTable.Row::member);
    }

    /** All accounts by name. */
    public List<StaffMember> list() {
        return table.list();
    }

    /**
     * Closes an account. The last administrator and oneself cannot be closed.
     *
     * @throws StaffRefused if it cannot be done
     */
    public StaffMember disable(String name, StaffMember by, Instant now) {
        onlyAdmin(by);
        return db.in(() -> {
            var member = get(name).member();
            if (member.id() == by.id()) {
                throw new StaffRefused(CONFLICT, "不能停用自己的账号，请由另一位管理员操作。");
            }
            table.close(member.id());
            if (table.openAdmins() == 0) {
                throw new StaffRefused(CONFLICT, "这是最后一个管理员账号，不能停用；请先新建另一个管理员。");
            }
            audit.record(by.name(), "account.disable", member.name(), now);
            return get(name).member();
        });
    }

    /**
     * Changes one's own password.
     *
     * @throws StaffRefused if the old one is wrong or the new one cannot be used
     */
    public void changePassword(StaffMember who, String old, String fresh, Instant now) {
        NewAccount.checkPassword(fresh);
        switch (check(who.name(), old, now)) {
            case Authentication.Granted(var member) -> {
                var encoded = encoder.encode(fresh);
                db.run(() -> {
                    table.password(member.id(), encoded);
                    audit.record(member.name(), "account.password", member.name(), now);
                });
            }
            case Authentication.WrongPassword() -> throw new StaffRefused(INVALID, "原密码不对，请重新输入。");
            case Authentication.Locked(var until) ->
                    throw new StaffRefused(CONFLICT, "密码输错太多次，账号已暂时锁定，请 15 分钟后再试。");
        }
    }

    /**
     * Gives somebody a new password and lets them in again at once.
     *
     * @throws StaffRefused if it cannot be done
     */
    public StaffMember resetPassword(String name, String fresh, StaffMember by, Instant now) {
        onlyAdmin(by);
        NewAccount.checkPassword(fresh);
        var encoded = encoder.encode(fresh);
        return db.in(() -> {
            var member = get(name).member();
            table.password(member.id(), encoded);
            table.unlock(member.id());
            audit.record(by.name(), "account.reset", member.name(), now);
            return member;
        });
    }

    /**
     * Lifts the lock of too many wrong passwords.
     *
     * @throws StaffRefused if it cannot be done
     */
    public StaffMember unlock(String name, StaffMember by, Instant now) {
        onlyAdmin(by);
        return db.in(() -> {
            var member = get(name).member();
            table.unlock(member.id());
            audit.record(by.name(), "account.unlock", member.name(), now);
            return member;
        });
    }

    /** The open account of that name with the mark of its password; both change with it. */
    public Optional<Standing> standing(String name) {
        return table.find(name)
                .filter(row -> row.member().active())
                .map(row -> new Standing(row.member(), row.password().hashCode()));
    }

    /** Names of the accounts that are locked now. */
    public List<String> locked(Instant now) {
        return table.locked(now);
    }

    /** Checks a name and a password; five wrong passwords lock the account for 15 minutes. */
    public Authentication check(String name, String password, Instant now) {
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

    /**
     * Opens the account {@code admin} if there is none yet. Without a given password a random one
     * is written to {@code admin-password.txt} in the home folder, readable by its owner alone.
     */
    public void ensureAdmin(Path home, @Nullable String password, Instant now) {
        if (table.find(ADMIN).isPresent()) {
            return;
        }
        if (password != null && !password.isBlank()) {
            addAdmin(password, now);
            return;
        }
        var file = new PasswordFile(home, "admin-password.txt");
        if (!addAdmin(file.write(random -> random + "\n"), now)) {
            file.delete();
        }
    }

    /** False if another machine on the same database was faster. */
    private boolean addAdmin(String password, Instant now) {
        try {
            add(new NewAccount(ADMIN, password, Role.ADMIN, null, List.of()), "system", now);
            return true;
        } catch (StaffRefused e) {
            if (e.reason() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private StaffMember add(NewAccount account, String by, Instant now) {
        var encoded = encoder.encode(account.password());
        return db.in(() -> {
            if (table.find(account.name()).isPresent() || !table.add(account, encoded, now)) {
                throw new StaffRefused(CONFLICT, "账号名“" + account.name() + "”已经有人用了，请换一个。");
            }
            audit.record(by, "account.create", account.name(), now);
            return get(account.name()).member();
        });
    }

    private Authentication wrong(StaffMember member, Instant now) {
        db.run(() -> {
            table.failed(member.id(), MOST_WRONG, now.plus(LOCK));
            if (get(member.name()).lockedAt(now).isPresent()) {
                audit.record("system", "account.lock", member.name(), now);
            }
        });
        return new Authentication.WrongPassword();
    }

    /** Reads again: guesses that ran beside this one may have locked the account meanwhile. */
    private Authentication right(String name, Instant now) {
        var row = get(name);
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

    private AccountTable.Row get(String name) {
        return table.find(name)
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有叫“" + name + "”的账号，请核对账号名。"));
    }

    private static void onlyAdmin(StaffMember by) {
        if (by.role() != Role.ADMIN) {
            throw new StaffRefused(FORBIDDEN, "只有管理员可以管理账号，请联系管理员。");
        }
    }
}
