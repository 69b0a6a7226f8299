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
     * @param mark changes when the account or its password does
     * @param oneTime whether the password is to be changed first
     */
    public record Standing(StaffMember member, String mark, boolean oneTime) {
        static Standing of(AccountTable.Row row) {
            var member = row.member();
            var all =
                    String.join(
                            "\n",
                            row.password(),
                            member.role().name(),
                            String.valueOf(member.department()),
                            String.join(",", member.areas()));
            return new Standing(member, Fingerprint.of(all), row.oneTime());
        }
    }

    private final Db db;
    private final AccountTable table;
    private final Audit audit;
    private final District district;
    private final Changes changes;
    private final Absences absences;
    private final PasswordEncoder encoder;
    private final Login login;
    private final Attempts attempts = new Attempts();
    private final PasswordRules rules;

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
        this.login = new Login(table, audit, encoder, attempts);
        this.rules = new PasswordRules(district);
        this.changes = new Changes(db, table, audit, district);
        this.absences = new Absences(db, audit, district);
    }

    /**
     * Opens an account. Its password is for once: its owner changes it in the console.
     *
     * @throws StaffRefused if {@code by} is no administrator, the name is taken, or the password is
     *     easily guessed
     */
    public StaffMember create(NewAccount account, StaffMember by, Instant now) {
        return create(account, true, by, now);
    }

    /**
     * Opens an account of the sample street: everybody who shows it uses the one password.
     *
     * @throws StaffRefused as {@link #create(NewAccount, StaffMember, Instant)}
     */
    public StaffMember createSample(NewAccount account, StaffMember by, Instant now) {
        return create(account, false, by, now);
    }

    private StaffMember create(NewAccount account, boolean oneTime, StaffMember by, Instant now) {
        onlyAdmin(by);
        var duty = account.duty().in(district);
        var secret = secret(account.name(), account.password(), oneTime);
        return add(account.name(), duty, secret, by.name(), now);
    }

    /** The account of that name, open or closed; letters compare without case. */
    public Optional<StaffMember> find(String name) {
        return table.find(name).map(AccountTable.Row::member);
    }

    /** Who is away, and who stands in. */
    public Absences absences() {
        return absences;
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
        var secret = password == null ? null : secret(name, password, true);
        var changed = changes.make(name, change, secret, by, now);
        if (secret != null) {
            attempts.forget(name);
        }
        return changed;
    }

    private Secret secret(String name, String password, boolean oneTime) {
        rules.check(name, password);
        return new Secret(encoder.encode(password), oneTime);
    }

    /**
     * Changes one's own password.
     *
     * @param network from which it is asked for
     * @throws StaffRefused if the old one is wrong or the new one cannot be used
     */
    public void changePassword(
            StaffMember who, String old, String fresh, String network, Instant now) {
        rules.check(who.name(), fresh);
        if (fresh.equals(old)) {
            throw new StaffRefused(INVALID, "新密码和原密码一样，请换一个。");
        }
        switch (check(who.name(), old, network, now)) {
            case Authentication.Granted(var member) -> {
                var secret = secret(member.name(), fresh, false);
                db.run(() -> {
                    table.password(member.id(), secret);
                    audit.record(member.name(), "account.password", member.name(), now);
                });
            }
            case Authentication.WrongPassword() -> throw new StaffRefused(INVALID, "原密码不对，请重新输入。");
            case Authentication.Locked(var until) ->
                    throw new StaffRefused(CONFLICT, "原密码输错太多次，请过十几分钟再试。");
            case Authentication.TooMany(var until) ->
                    throw new StaffRefused(CONFLICT, "现在登录的请求太多，请稍后再试。");
        }
    }

    /**
     * Lets an account be tried again at once, from everywhere.
     *
     * @throws StaffRefused if it cannot be done
     */
    public StaffMember unlock(String name, StaffMember by, Instant now) {
        onlyAdmin(by);
        var member = changes.unlock(name, by, now);
        attempts.forget(name);
        return member;
    }

    /** The open account of that name with the mark of its password; both change with it. */
    public Optional<Standing> standing(String name) {
        return table.find(name).filter(row -> row.member().active()).map(Standing::of);
    }

    /** Names of the accounts that some network waits for now, as far as this machine knows. */
    public List<String> locked(Instant now) {
        return attempts.waiting(list().stream().map(StaffMember::name).toList(), now);
    }

    /**
     * Checks a name and a password. After five wrong passwords for an account its network waits, a
     * minute at first and a quarter of an hour at last; other networks do not.
     *
     * @param network name of the network that it came from
     */
    public Authentication check(String name, String password, String network, Instant now) {
        return login.check(name, password, network, now);
    }

    /**
     * Opens the account {@code admin} if there is none yet. Without a given password a random one
     * is written to {@code admin-password.txt} in the home folder, readable by its owner alone, and
     * is to be changed at the first sign-in.
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
            setAdmin(known, secret(ADMIN, password, false), now);
            remove(wish);
            return Optional.empty();
        }
        if (setAdmin(known, secret(ADMIN, file.write(random -> random + "\n"), true), now)) {
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
    private boolean setAdmin(boolean known, Secret secret, Instant now) {
        if (!known) {
            return addAdmin(secret, now);
        }
        changes.restore(ADMIN, secret, now);
        attempts.forget(ADMIN);
        return true;
    }

    private static void remove(Path wish) {
        try {
            Files.deleteIfExists(wish);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean addAdmin(Secret secret, Instant now) {
        try {
            add(ADMIN, new Duty(Role.ADMIN, null, List.of(), true), secret, "system", now);
            return true;
        } catch (StaffRefused e) {
            if (e.reason() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private StaffMember add(String name, Duty duty, Secret secret, String by, Instant now) {
        return db.in(() -> {
            if (table.find(name).isPresent() || !table.add(name, duty, secret, now)) {
                throw new StaffRefused(CONFLICT, "账号名“" + name + "”已经有人用了，请换一个。");
            }
            audit.record(by, "account.create", name, now);
            return table.get(name).member();
        });
    }

    private static void onlyAdmin(StaffMember by) {
        if (by.role() != Role.ADMIN) {
            throw new StaffRefused(FORBIDDEN, "只有管理员可以管理账号，请联系管理员。");
        }
    }
}
