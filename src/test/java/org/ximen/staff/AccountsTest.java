package org.ximen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.db.Db;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class AccountsTest {
    private static final String PASSWORD = "correct horse";

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void opensAnAccountThatCanLogIn(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var made = create(accounts, "王处置", Role.HANDLER);
        assertThat(made.areas()).containsExactly("a1", "a2");
        assertThat(made.department()).isEqualTo("water");
        assertThat(accounts.check("王处置", PASSWORD, clock.instant()))
                .isEqualTo(new Authentication.Granted(made));
    }

    @ParameterizedTest
    @EnumSource
    void refusesANameThatIsTakenWhateverItsCase(TestDatabase database) {
        var accounts = withAdmin(database.open());
        create(accounts, "Editor", Role.EDITOR);
        assertThatThrownBy(() -> create(accounts, "eDITOR", Role.EDITOR))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("已经有人用了");
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnAdministratorOpensAndClosesAccounts(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var editor = create(accounts, "editor", Role.EDITOR);
        var wish = new NewAccount("another", PASSWORD, Role.ADMIN, null, List.of());
        assertThatThrownBy(() -> accounts.create(wish, editor, clock.instant()))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> accounts.disable("admin", editor, clock.instant()))
                .isInstanceOf(StaffRefused.class);
    }

    @ParameterizedTest
    @EnumSource
    void fiveWrongPasswordsLockForFifteenMinutes(TestDatabase database) {
        var accounts = withAdmin(database.open());
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.check("admin", "wrong", clock.instant()))
                    .isInstanceOf(Authentication.WrongPassword.class);
        }
        var until = clock.instant().plus(Duration.ofMinutes(15));
        assertThat(accounts.check("admin", PASSWORD, clock.pass(Duration.ofMinutes(14))))
                .isEqualTo(new Authentication.Locked(until));
        assertThat(accounts.check("admin", PASSWORD, clock.pass(Duration.ofMinutes(1))))
                .isInstanceOf(Authentication.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRightPasswordStartsTheCountAnew(TestDatabase database) {
        var accounts = withAdmin(database.open());
        for (int i = 0; i < 12; i++) {
            var given = i % 4 == 3 ? PASSWORD : "wrong";
            assertThat(accounts.check("admin", given, clock.instant()))
                    .isNotInstanceOf(Authentication.Locked.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void guessesAtTheSameTimeLockToo(TestDatabase database) {
        var accounts = withAdmin(database.open());
        IntStream.range(0, 12)
                .parallel()
                .forEach(i -> accounts.check("admin", "guess " + i, clock.instant()));
        assertThat(accounts.check("admin", PASSWORD, clock.instant()))
                .isInstanceOf(Authentication.Locked.class);
    }

    @ParameterizedTest
    @EnumSource
    void aClosedAccountCannotLogIn(TestDatabase database) {
        var accounts = withAdmin(database.open());
        create(accounts, "editor", Role.EDITOR);
        accounts.disable("editor", admin(accounts), clock.instant());
        assertThat(accounts.check("editor", PASSWORD, clock.instant()))
                .isInstanceOf(Authentication.WrongPassword.class);
        assertThat(accounts.list()).extracting(StaffMember::active).containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyClosesTheirOwnAccount(TestDatabase database) {
        var accounts = withAdmin(database.open());
        assertThatThrownBy(() -> accounts.disable("ADMIN", admin(accounts), clock.instant()))
                .hasMessageContaining("不能停用自己的账号");
    }

    @ParameterizedTest
    @EnumSource
    void changesAPasswordForThoseWhoKnowTheOldOne(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var who = admin(accounts);
        assertThatThrownBy(() ->
                        accounts.changePassword(
                                who, "not the old", "a new password", clock.instant()))
                .hasMessageContaining("原密码不对");
        accounts.changePassword(who, PASSWORD, "a new password", clock.instant());
        assertThat(accounts.check("admin", "a new password", clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void writesARandomFirstPasswordForTheOwnerOfTheFileAlone(TestDatabase database)
            throws IOException {
        var db = database.open();
        var accounts = new Accounts(db, new Audit(db));
        accounts.ensureAdmin(home, null, clock.instant());
        var file = home.resolve("admin-password.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var password = Files.readString(file).strip();
        assertThat(password).hasSize(24);
        assertThat(accounts.check("admin", password, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        accounts.ensureAdmin(home, null, clock.instant());
        assertThat(Files.readString(file).strip()).isEqualTo(password);
    }

    @ParameterizedTest
    @EnumSource
    void overwritesThePasswordOfAFirstStartThatWasInterrupted(TestDatabase database)
            throws IOException {
        var file = home.resolve("admin-password.txt");
        Files.writeString(file, "left by a start that was killed");
        var db = database.open();
        var accounts = new Accounts(db, new Audit(db));
        accounts.ensureAdmin(home, " ", clock.instant());
        assertThat(accounts.check("admin", Files.readString(file).strip(), clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void keepsATrailOfWhoDidWhat(TestDatabase database) {
        var db = database.open();
        var accounts = withAdmin(db);
        create(accounts, "editor", Role.EDITOR);
        accounts.disable("editor", admin(accounts), clock.instant());
        assertThat(new Audit(db).page("", "", "editor", 0, 10))
                .extracting(e -> e.who() + " " + e.what())
                .containsExactly("admin account.disable", "admin account.create");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "has blank", "a/b", "<b>abc</b>", "名字：不行", "a\u0000bcd"})
    void refusesNamesThatAreNoNames(String name) {
        assertThatThrownBy(() -> new NewAccount(name, PASSWORD, Role.EDITOR, null, List.of()))
                .hasMessageContaining("账号名须为");
    }

    @Test
    void refusesPasswordsThatAreTooShortOrTooLong() {
        assertThatThrownBy(() -> NewAccount.checkPassword("九个字的密码还不够"))
                .hasMessageContaining("至少要 10 个字符");
        assertThatThrownBy(() -> NewAccount.checkPassword("密".repeat(25)))
                .hasMessageContaining("密码太长");
    }

    @Test
    void neverShowsAPassword() {
        var account = new NewAccount("editor", PASSWORD, Role.EDITOR, null, List.of());
        assertThat(account.toString()).doesNotContain(PASSWORD);
    }

    private Accounts withAdmin(Db db) {
        var accounts = new Accounts(db, new Audit(db));
        accounts.ensureAdmin(home, PASSWORD, clock.instant());
        return accounts;
    }

    private StaffMember admin(Accounts accounts) {
        return accounts.find("admin").orElseThrow();
    }

    private StaffMember create(Accounts accounts, String name, Role role) {
        var account = new NewAccount(name, PASSWORD, role, "water", List.of("a1", "a2"));
        return accounts.create(account, admin(accounts), clock.instant());
    }
}
