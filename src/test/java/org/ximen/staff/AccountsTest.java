package org.ximen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.district.SampleDistrict;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class AccountsTest {
    private static final String PASSWORD = "correct horse";

    // What is tested here is the counting, not how long one hash takes.
    private static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "198.51.100.7";
    private static final Change CLOSE = Change.active(false);

    private static final District DISTRICT =
            new District(new ConfigFile<>(Path.of("config/district.yaml"), DistrictFile.class));

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void opensAnAccountThatCanLogIn(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var made = create(accounts, "王处置", Role.HANDLER);
        assertThat(made.areas()).containsExactly("310101019003", "310101019013");
        assertThat(made.department()).isEqualTo("lhsr");
        assertThat(accounts.check("王处置", PASSWORD, HERE, clock.instant()))
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
        assertThatThrownBy(() -> accounts.change("admin", CLOSE, editor, clock.instant()))
                .isInstanceOf(StaffRefused.class);
    }

    @ParameterizedTest
    @EnumSource
    void afterFiveWrongPasswordsTheirNetworkWaitsLongerAndLonger(TestDatabase database) {
        var db = database.open();
        var accounts = withAdmin(db);
        for (int i = 0; i < 4; i++) {
            guess(accounts, "admin");
        }
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            guess(accounts, "ADMIN");
            var until = clock.instant().plus(Duration.ofMinutes(minutes));
            assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                    .isEqualTo(new Authentication.Locked(until));
            clock.pass(Duration.ofMinutes(minutes));
        }
        assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        assertThat(new Audit(db).page("system", "account.lock", "admin", 0, 10))
                .extracting(Audit.Entry::details)
                .containsExactly("来自 " + HERE);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsLockedOutByWhatAnotherNetworkTries(TestDatabase database) {
        var accounts = withAdmin(database.open());
        for (int i = 0; i < 5; i++) {
            guess(accounts, "admin");
        }
        assertThat(accounts.check("admin", PASSWORD, THERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        assertThat(accounts.check("admin", "wrong", HERE, clock.instant()))
                .isInstanceOf(Authentication.Locked.class);
        assertThat(accounts.locked(clock.instant())).containsExactly("admin");
    }

    @ParameterizedTest
    @EnumSource
    void aNetworkHasThirtyAttemptsAndTenMoreAMinuteWhateverTheNames(TestDatabase database) {
        var accounts = withAdmin(database.open());
        for (int i = 0; i < 30; i++) {
            guess(accounts, "nobody" + i);
        }
        assertThat(accounts.check("nobody", "wrong", HERE, clock.instant()))
                .isInstanceOf(Authentication.TooMany.class);
        assertThat(accounts.check("admin", PASSWORD, THERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            guess(accounts, "nobody" + i);
        }
        assertThat(accounts.check("nobody", "wrong", HERE, clock.instant()))
                .isInstanceOf(Authentication.TooMany.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoWasRightAMomentAgoIsNotHinderedByGuessesFromTheSameNetwork(TestDatabase database) {
        var accounts = withAdmin(database.open());
        assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        for (int i = 0; i < 5; i++) {
            guess(accounts, "admin");
        }
        assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        create(accounts, "second", Role.ADMIN);
        var second = accounts.find("second").orElseThrow();
        accounts.change("admin", Change.password("a fresh password"), second, clock.instant());
        assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.WrongPassword.class);
    }

    private void guess(Accounts accounts, String name) {
        assertThat(accounts.check(name, "wrong", HERE, clock.instant()))
                .isInstanceOf(Authentication.WrongPassword.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRightPasswordStartsTheCountAnew(TestDatabase database) {
        var accounts = withAdmin(database.open());
        for (int i = 0; i < 12; i++) {
            var given = i % 4 == 3 ? PASSWORD : "wrong";
            assertThat(accounts.check("admin", given, HERE, clock.instant()))
                    .isNotInstanceOf(Authentication.Locked.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void guessesAtTheSameTimeLockToo(TestDatabase database) {
        var accounts = withAdmin(database.open());
        IntStream.range(0, 12)
                .parallel()
                .forEach(i -> accounts.check("admin", "guess " + i, HERE, clock.instant()));
        assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.Locked.class);
    }

    @ParameterizedTest
    @EnumSource
    void aClosedAccountCannotLogIn(TestDatabase database) {
        var accounts = withAdmin(database.open());
        create(accounts, "editor", Role.EDITOR);
        change(accounts, "editor", CLOSE);
        assertThat(accounts.check("editor", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.WrongPassword.class);
        assertThat(accounts.list()).extracting(StaffMember::active).containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedAccountIsWhatTheAdministratorSaysAndTheTrailSaysWhatItWas(TestDatabase database) {
        var db = database.open();
        var accounts = withAdmin(db);
        create(accounts, "移动的人", Role.HANDLER);
        var changed =
                change(
                        accounts,
                        "移动的人",
                        new Change(Role.DISPATCHER, "", List.of("大兴居委会"), null, null));
        assertThat(changed.role()).isEqualTo(Role.DISPATCHER);
        assertThat(changed.department()).isNull();
        assertThat(changed.areas()).containsExactly("310101019001");
        assertThat(accounts.find("移动的人")).contains(changed);
        var entry = new Audit(db).page("", "", "移动的人", 0, 1).getFirst();
        assertThat(entry.what()).isEqualTo("account.change");
        assertThat(entry.details()).isEqualTo("角色：处置员 → 派遣员；部门：绿化市容所 → 无；区域：文庙居委会、净土街居委会 → 大兴居委会");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotNamedStaysAndWhatChangesNothingLeavesNoLine(TestDatabase database) {
        var db = database.open();
        var accounts = withAdmin(db);
        var before = create(accounts, "editor", Role.EDITOR);
        var same = new Change(Role.EDITOR, null, List.of("文庙居委会", "净土街居委会"), true, null);
        assertThat(change(accounts, "editor", same)).isEqualTo(before);
        assertThat(new Audit(db).page("", "", "editor", 0, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aClosedAccountIsOpenedAgain(TestDatabase database) {
        var db = database.open();
        var accounts = withAdmin(db);
        create(accounts, "editor", Role.EDITOR);
        change(accounts, "editor", CLOSE);
        assertThat(change(accounts, "editor", Change.active(true)).active()).isTrue();
        assertThat(accounts.check("editor", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        assertThat(new Audit(db).page("", "", "editor", 0, 10))
                .extracting(e -> e.what() + " " + e.details())
                .containsExactly(
                        "account.enable 状态：停用 → 正常",
                        "account.disable 状态：正常 → 停用",
                        "account.create ");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAreasAndDepartmentsThatTheStreetLacks(TestDatabase database) {
        var accounts = withAdmin(database.open());
        create(accounts, "editor", Role.EDITOR);
        var nowhere = new Change(null, null, List.of("火星居委会"), null, null);
        assertThatThrownBy(() -> change(accounts, "editor", nowhere))
                .hasMessageContaining("没有叫“火星居委会”的区域");
        assertThatThrownBy(
                        () -> change(accounts, "editor", new Change(null, "火星所", null, null, null)))
                .hasMessageContaining("没有叫“火星所”的部门");
    }

    @ParameterizedTest
    @EnumSource
    void anAccountOfAnAreaThatTheStreetNoLongerHasCanBeClosed(TestDatabase database) {
        var db = database.open();
        create(withAdmin(db), "editor", Role.EDITOR);
        var later = new Accounts(db, new Audit(db), SampleDistrict.open(), QUICK);
        var closed = change(later, "editor", CLOSE);
        assertThat(closed.active()).isFalse();
        assertThat(closed.areas()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void theLastAdministratorStaysOne(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var humble = new Change(Role.EDITOR, null, null, null, null);
        assertThatThrownBy(() -> change(accounts, "admin", humble)).hasMessageContaining("最后一个管理员");
        create(accounts, "second", Role.ADMIN);
        assertThat(change(accounts, "admin", humble).role()).isEqualTo(Role.EDITOR);
        var second = accounts.find("second").orElseThrow();
        assertThatThrownBy(() -> accounts.change("second", humble, second, clock.instant()))
                .hasMessageContaining("最后一个管理员");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoAdministratorsWhoCloseEachOtherAtTheSameTimeOneStays(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var one = admin(accounts);
        var two = create(accounts, "second", Role.ADMIN);
        for (int round = 0; round < 5; round++) {
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(i -> tryToClose(accounts, i == 0 ? one : two, i == 0 ? two : one));
            var open = accounts.list().stream().filter(StaffMember::active).toList();
            assertThat(open).hasSize(1);
            var left = open.getFirst();
            var closed = left.id() == one.id() ? two : one;
            accounts.change(closed.name(), Change.active(true), left, clock.instant());
        }
    }

    private void tryToClose(Accounts accounts, StaffMember by, StaffMember other) {
        try {
            accounts.change(other.name(), CLOSE, by, clock.instant());
        } catch (StaffRefused e) {
            assertThat(e.reason()).isEqualTo(StaffRefused.Reason.CONFLICT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewPasswordFromTheAdministratorLetsALockedMemberIn(TestDatabase database) {
        var accounts = withAdmin(database.open());
        create(accounts, "editor", Role.EDITOR);
        for (int i = 0; i < 5; i++) {
            accounts.check("editor", "wrong", HERE, clock.instant());
        }
        change(accounts, "editor", Change.password("a fresh password"));
        assertThat(accounts.check("editor", "a fresh password", HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        assertThatThrownBy(() -> change(accounts, "admin", Change.password("a fresh password")))
                .hasMessageContaining("自己的密码");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyClosesTheirOwnAccount(TestDatabase database) {
        var accounts = withAdmin(database.open());
        assertThatThrownBy(() -> change(accounts, "ADMIN", CLOSE))
                .hasMessageContaining("不能停用自己的账号");
    }

    @ParameterizedTest
    @EnumSource
    void changesAPasswordForThoseWhoKnowTheOldOne(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var who = admin(accounts);
        assertThatThrownBy(() ->
                        accounts.changePassword(
                                who, "not the old", "a new password", HERE, clock.instant()))
                .hasMessageContaining("原密码不对");
        accounts.changePassword(who, PASSWORD, "a new password", HERE, clock.instant());
        assertThat(accounts.check("admin", "a new password", HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void writesARandomFirstPasswordForTheOwnerOfTheFileAlone(TestDatabase database)
            throws IOException {
        var db = database.open();
        var accounts = new Accounts(db, new Audit(db), DISTRICT, QUICK);
        accounts.ensureAdmin(home, null, clock.instant());
        var file = home.resolve("admin-password.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var password = Files.readString(file).strip();
        assertThat(password).hasSize(24);
        assertThat(isOneTime(accounts, "admin")).isTrue();
        assertThat(accounts.check("admin", password, HERE, clock.instant()))
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
        var accounts = new Accounts(db, new Audit(db), DISTRICT, QUICK);
        accounts.ensureAdmin(home, " ", clock.instant());
        assertThat(accounts.check("admin", Files.readString(file).strip(), HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasAccessToTheMachineGetsBackALostAdministratorOnce(TestDatabase database)
            throws IOException {
        var db = database.open();
        var accounts = withAdmin(db);
        var wish = home.resolve("reset-admin-password");
        Files.createSymbolicLink(wish, Files.createFile(home.resolve("elsewhere")));
        assertThat(accounts.ensureAdmin(home, null, clock.instant())).isEmpty();
        Files.delete(wish);
        Files.createFile(wish);
        var mark = accounts.standing("admin").orElseThrow().mark();
        var file = accounts.ensureAdmin(home, null, clock.instant()).orElseThrow();
        var fresh = Files.readString(file).strip();
        assertThat(accounts.check("admin", fresh, HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
        assertThat(accounts.check("admin", PASSWORD, HERE, clock.instant()))
                .isInstanceOf(Authentication.WrongPassword.class);
        assertThat(accounts.standing("admin").orElseThrow().mark()).isNotEqualTo(mark);
        assertThat(new Audit(db).page("system", "account.reset", "admin", 0, 10)).hasSize(1);
        assertThat(wish).doesNotExist();
        assertThat(accounts.ensureAdmin(home, null, clock.instant())).isEmpty();
        assertThat(Files.readString(file).strip()).isEqualTo(fresh);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAdministratorThatWasClosedOrLockedIsOpenAgain(TestDatabase database)
            throws IOException {
        var accounts = withAdmin(database.open());
        create(accounts, "second", Role.ADMIN);
        var second = accounts.find("second").orElseThrow();
        accounts.change("admin", CLOSE, second, clock.instant());
        Files.createFile(home.resolve("reset-admin-password"));
        assertThat(accounts.ensureAdmin(home, "a password of my own", clock.instant())).isEmpty();
        assertThat(accounts.check("admin", "a password of my own", HERE, clock.instant()))
                .isInstanceOf(Authentication.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void keepsATrailOfWhoDidWhat(TestDatabase database) {
        var db = database.open();
        var accounts = withAdmin(db);
        create(accounts, "editor", Role.EDITOR);
        change(accounts, "editor", CLOSE);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789",
                "9876543210",
                "13812345678",
                "aaaaaaaaaa",
                "aaaaaaaaab",
                "abcabcabcabc",
                "abcdefghij",
                "password12",
                "2026Password!",
                "Qwertyuiop",
                "adminadmin",
                "editor2026",
                "Editor-editor1",
                "老西门街道20261",
                "laoximen2026"
            })
    void refusesPasswordsThatAreGuessedFirst(String password) {
        assertThatThrownBy(() -> new PasswordRules(DISTRICT).check("editor", password))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("几个不相干的词");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PASSWORD,
                "editor's own horse",
                "x9$kTr-2mQ!v",
                "老西门的石库门弄堂里",
                "password for the shed"
            })
    void takesPasswordsThatAreNot(String password) {
        new PasswordRules(DISTRICT).check("editor", password);
    }

    @Test
    void refusesPasswordsThatAreTooShortOrTooLong() {
        assertThatThrownBy(() -> PasswordRules.checkLength("九个字的密码还不够"))
                .hasMessageContaining("至少要 10 个字符");
        assertThatThrownBy(() -> PasswordRules.checkLength("密".repeat(25)))
                .hasMessageContaining("密码太长");
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordThatSomebodyElseChoseIsForOnce(TestDatabase database) {
        var accounts = withAdmin(database.open());
        assertThat(isOneTime(accounts, "admin")).isFalse();
        var editor = create(accounts, "editor", Role.EDITOR);
        assertThat(isOneTime(accounts, "editor")).isTrue();
        assertThatThrownBy(() ->
                        accounts.changePassword(editor, PASSWORD, PASSWORD, HERE, clock.instant()))
                .hasMessageContaining("和原密码一样");
        accounts.changePassword(editor, PASSWORD, "my own password", HERE, clock.instant());
        assertThat(isOneTime(accounts, "editor")).isFalse();
        change(accounts, "editor", Change.password("a fresh password"));
        assertThat(isOneTime(accounts, "editor")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoSawEverythingBecauseNothingWasChosenKeepsItAndNowItIsSaid(TestDatabase database)
            throws SQLException {
        var address = database.address();
        var user = database == TestDatabase.HSQLDB ? "SA" : "postgres";
        Flyway.configure().dataSource(address, user, "").target("20").load().migrate();
        try (var connection = DriverManager.getConnection(address, user, "");
                var statement = connection.createStatement()) {
            for (var row : List.of("'all', 'HANDLER', null", "'crew', 'HANDLER', 'lhsr'")) {
                statement.execute(
                        """
                        insert into account (name_key, role, department, name, password, areas,
                            active, failures, created_at)
                        values (%s, 'somebody', 'x', '', true, 0, current_timestamp)
                        """
                                .formatted(row));
            }
        }
        var db = TestDatabase.db(TestDatabase.dataSource(address));
        var accounts = new Accounts(db, new Audit(db), DISTRICT, QUICK);
        assertThat(accounts.find("all").orElseThrow().isEverywhere()).isTrue();
        assertThat(accounts.find("crew").orElseThrow().areas()).isEmpty();
    }

    private static boolean isOneTime(Accounts accounts, String name) {
        return accounts.standing(name).orElseThrow().oneTime();
    }

    @ParameterizedTest
    @EnumSource
    void theWholeStreetIsSaidAndNotMeantByNothing(TestDatabase database) {
        var accounts = withAdmin(database.open());
        var account = new NewAccount("officer", PASSWORD, Role.HANDLER, null, List.of());
        var made = accounts.create(account, admin(accounts), clock.instant());
        assertThat(made.isEverywhere()).isFalse();
        assertThat(Duty.of(made).areasIn(DISTRICT)).isEqualTo("无");
        var all = new Change(null, null, List.of("文庙居委会", "*"), null, null);
        var changed = change(accounts, "officer", all);
        assertThat(changed.areas()).containsExactly("*");
        assertThat(changed.isEverywhere()).isTrue();
        assertThat(Duty.of(changed).areasIn(DISTRICT)).isEqualTo("全街道");
    }

    @Test
    void neverShowsAPassword() {
        var account = new NewAccount("editor", PASSWORD, Role.EDITOR, null, List.of());
        assertThat(account.toString()).doesNotContain(PASSWORD);
        assertThat(Change.password(PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private Accounts withAdmin(Db db) {
        var accounts = new Accounts(db, new Audit(db), DISTRICT, QUICK);
        accounts.ensureAdmin(home, PASSWORD, clock.instant());
        return accounts;
    }

    private StaffMember change(Accounts accounts, String name, Change change) {
        return accounts.change(name, change, admin(accounts), clock.instant());
    }

    private StaffMember admin(Accounts accounts) {
        return accounts.find("admin").orElseThrow();
    }

    private StaffMember create(Accounts accounts, String name, Role role) {
        var account = new NewAccount(name, PASSWORD, role, "环卫所", List.of("净土街居委会", "文庙居委"));
        return accounts.create(account, admin(accounts), clock.instant());
    }
}
