package org.ximen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.staff.Bindings.Result;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class BindingsTest {
    private static final Sender CHAT = new Sender("telegram", "100");
    private static final Sender OTHER = new Sender("telegram", "200");

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void aCodeBindsOneChatOnce(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        var code = bindings.code(member, clock.instant());
        assertThat(code).matches("b_[0-9a-hjkmnp-tv-z]{20}");
        assertThat(bindings.bind(code, CHAT, clock.instant())).isEqualTo(new Result.Bound(member));
        assertThat(bindings.bind(code, OTHER, clock.instant())).isEqualTo(new Result.Wrong());
        assertThat(bindings.of(CHAT)).contains(member);
        assertThat(bindings.of(Role.HANDLER))
                .extracting(Bindings.Chat::sender)
                .containsExactly(CHAT);
        assertThat(office.audit.page("", "", "handler", 0, 1).getFirst().what())
                .isEqualTo("chat.bind");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoChatsThatSendACodeAtTheSameTimeOneIsBound(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var code = bindings.code(office.hire(Role.HANDLER, home, clock.instant()), clock.instant());
        var results =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> new Sender("telegram", "at once " + i))
                        .map(chat -> bindings.bind(code, chat, clock.instant()))
                        .toList();
        assertThat(results).filteredOn(Result.Bound.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsGoodForTenMinutesAndANewOneTakesItsPlace(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        var old = bindings.code(member, clock.instant());
        var fresh = bindings.code(member, clock.instant());
        assertThat(bindings.bind(old, CHAT, clock.instant())).isEqualTo(new Result.Wrong());
        var late = clock.pass(Duration.ofMinutes(10));
        assertThat(bindings.bind(fresh, CHAT, late)).isEqualTo(new Result.Wrong());
        var again = bindings.code(member, late);
        var inTime = clock.pass(Duration.ofMinutes(9));
        assertThat(bindings.bind(again, CHAT, inTime)).isInstanceOf(Result.Bound.class);
    }

    @ParameterizedTest
    @EnumSource
    void codesAreKeptHashed(TestDatabase database) {
        var office = new Office(database.open(), home);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        var code = bindings(office).code(member, clock.instant());
        var kept = office.db.client().sql("select * from bind_code").query().singleRow();
        assertThat(kept.values().toString()).doesNotContain(code);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsTakenInCapitalsAndWithoutItsBeginning(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        var code = bindings.code(member, clock.instant()).substring(2).toUpperCase(Locale.ROOT);
        assertThat(bindings.bind(code, CHAT, clock.instant())).isEqualTo(new Result.Bound(member));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWhoGuessesKeepsAMemberFromBinding(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        var code = bindings.code(member, clock.instant());
        for (int i = 0; i < 210; i++) {
            var chat = new Sender("web", "chat " + i % 42);
            assertThat(bindings.bind("%08d".formatted(i), chat, clock.instant()))
                    .isEqualTo(new Result.Wrong());
            bindings.bind("guess", CHAT, clock.instant());
        }
        assertThat(bindings.bind(code, CHAT, clock.instant())).isEqualTo(new Result.Bound(member));
    }

    @ParameterizedTest
    @EnumSource
    void aClosedAccountHasNoChatAndGetsNone(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        bindings.bind(bindings.code(member, clock.instant()), CHAT, clock.instant());
        var code = bindings.code(member, clock.instant());
        var admin = office.accounts.find("admin").orElseThrow();
        office.accounts.change("handler", Change.active(false), admin, clock.instant());
        assertThat(bindings.of(Role.HANDLER)).isEmpty();
        assertThat(bindings.of(CHAT)).isEmpty();
        assertThat(bindings.bind(code, OTHER, clock.instant())).isEqualTo(new Result.Wrong());
    }

    @ParameterizedTest
    @EnumSource
    void aChatIsUnboundByItsMemberAndByAnAdministratorButNotByOthers(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var member = office.hire(Role.HANDLER, home, clock.instant());
        var other = office.hire(Role.EDITOR, home, clock.instant());
        var admin = office.accounts.find("admin").orElseThrow();
        for (var by : List.of(member, admin)) {
            bindings.bind(bindings.code(member, clock.instant()), CHAT, clock.instant());
            assertThatThrownBy(() -> bindings.unbind(member, other, clock.instant()))
                    .hasMessageContaining("只有管理员");
            assertThat(bindings.of(member)).isPresent();
            bindings.unbind(member, by, clock.instant());
            assertThat(bindings.of(member)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChatThatIsBoundAgainLeavesItsFormerMember(TestDatabase database) {
        var office = new Office(database.open(), home);
        var bindings = bindings(office);
        var one = office.hire(Role.HANDLER, home, clock.instant());
        var two = office.hire(Role.DISPATCHER, home, clock.instant());
        bindings.bind(bindings.code(one, clock.instant()), CHAT, clock.instant());
        bindings.bind(bindings.code(two, clock.instant()), CHAT, clock.instant());
        assertThat(bindings.of(CHAT)).contains(two);
        assertThat(bindings.of(one)).isEmpty();
        bindings.bind(bindings.code(two, clock.instant()), OTHER, clock.instant());
        assertThat(bindings.of(CHAT)).isEmpty();
        assertThat(bindings.of(OTHER)).contains(two);
    }

    private static Bindings bindings(Office office) {
        return new Bindings(office.db, office.audit);
    }
}
