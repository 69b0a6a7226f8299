package org.ximen.staff;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.ximen.db.Db;
import org.ximen.district.District;

/** The accounts of the staff: opened, checked, closed. */
public final class Accounts {
    /** Name of the first account. */
    public static final String ADMIN = "admin";

    /**
     * What a session was opened with.
     *
     * @param mark changes when the password does
     */
    public record Standing(StaffMember member, int mark) {}

    private final Db db;
    private final AccountTable table;
    private final Audit audit;
    private final District district;
    private final Changes changes;
    private final PasswordEncoder encoder;
    private final Login login;

    public Accounts(Db db, Audit audit, District district) {
        this(db, audit, district, new BCryptPasswordEncoder());
    }

    /**
     * @param encoder of the passwords that are set from now on
     */
    public Accounts(Db db, Audit audit, District district, PasswordEncoder encoder) {
        this.db = db;
        this.encoder = encoder;
        this.table = new AccountTable(db);
        this.audit = audit;
        this.district = district;
        this.login = new Login(db, table, audit, encoder);
        this.changes = new Changes(db, table, audit, district);
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
     * Changes an account. The last administrator cannot be closed or given another role, and nobody
     * closes themselves.
     *
     * @throws StaffRefused if it cannot be done
     */
    public StaffMember change(String name, Change change, StaffMember by, Instant now) {
        onlyAdmin(by);
        var password = change.password();
        var encoded = password == null ? null : encoder.encode(password);
        return changes.make(name, change, encoded, by, now);
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
     * Lifts the lock of too many wrong passwords.
     *
     * @throws StaffRefused if it cannot be done
     */
    public StaffMember unlock(String name, StaffMember by, Instant now) {
        onlyAdmin(by);
        return changes.unlock(name, by, now);
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
        return login.check(name, password, now);
    }

    /**
     * Opens the account {@code admin} if there is none yet. Without a given password a random one
     * is written to {@code admin-password.txt} in the home folder, readable by its owner alone.
     *
     * <p>Who lost the password puts an empty file {@code reset-admin-password} into the home
     * folder, which takes access to the machine: then {@code admin} gets a new password in the same
     * way and is open and an administrator again, with a line in the trail. The file is taken away,
     * so this happens once.
     *
     * @return the file with a random password, if one was made
     */
    public Optional<Path> ensureAdmin(Path home, @Nullable String password, Instant now) {
        var wish = home.resolve("reset-admin-password");
        boolean known = table.find(ADMIN).isPresent();
        if (known && !isWished(home, wish)) {
            return Optional.empty();
        }
        var file = new PasswordFile(home, "admin-password.txt");
        if (password != null && !password.isBlank()) {
            setAdmin(known, password, now);
            remove(wish);
            return Optional.empty();
        }
        if (setAdmin(known, file.write(random -> random + "\n"), now)) {
            remove(wish);
            return Optional.of(file.path());
        }
        file.delete();
        return Optional.empty();
    }

    /** Whether whoever owns the folder put the file there: others may be able to write into it. */
    private static boolean isWished(Path home, Path wish) {
        try {
            return Files.isRegularFile(wish, NOFOLLOW_LINKS)
                    && Files.getOwner(wish, NOFOLLOW_LINKS).equals(Files.getOwner(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False if another machine on the same database was faster. */
    private boolean setAdmin(boolean known, String password, Instant now) {
        if (!known) {
            return addAdmin(password, now);
        }
        NewAccount.checkPassword(password);
        changes.restore(ADMIN, encoder.encode(password), now);
        return true;
    }

    private static void remove(Path wish) {
        try {
            Files.deleteIfExists(wish);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
        var duty = account.duty().in(district);
        return db.in(() -> {
            if (table.find(account.name()).isPresent() || !table.add(account, duty, encoded, now)) {
                throw new StaffRefused(CONFLICT, "账号名“" + account.name() + "”已经有人用了，请换一个。");
            }
            audit.record(by, "account.create", account.name(), now);
            return table.get(account.name()).member();
        });
    }

    private static void onlyAdmin(StaffMember by) {
        if (by.role() != Role.ADMIN) {
            throw new StaffRefused(FORBIDDEN, "只有管理员可以管理账号，请联系管理员。");
        }
    }
}
