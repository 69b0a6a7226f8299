package org.ximen.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.notices.Notice.State.APPROVED;
import static org.ximen.notices.Notice.State.CANCELLED;
import static org.ximen.notices.Notice.State.DRAFT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.cases.CaseFilter;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.Stage;
import org.ximen.cases.State;
import org.ximen.notices.Notice;
import org.ximen.staff.Authentication;
import org.ximen.staff.Role;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

class DemoTest {
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void livesThroughSixWeeksOnce(TestDatabase database) throws IOException {
        var clock = new SettableClock(Street.MONDAY);
        var now = clock.instant();
        try (var street = new Street(database.open(), List.of(), clock)) {
            street.accounts.ensureAdmin(home, "correct horse battery", now);
            var demo = new Demo(features(street));
            assertThat(demo.fill(home, now)).isTrue();
            var all = street.features.cases().list(CaseFilter.newest(500));
            assertThat(all).hasSizeGreaterThan(120);
            assertThat(all)
                    .extracting(GridCase::stage)
                    .containsAll(EnumSet.complementOf(EnumSet.of(Stage.RATED)));
            assertThat(all)
                    .extracting(GridCase::state)
                    .contains(State.MERGED, State.REFUSED, State.SUSPENDED, State.ACCEPTED);
            assertThat(all).anyMatch(one -> one.overdue(now));
            assertThat(all)
                    .allSatisfy(one ->
                            assertThat(one.history())
                                    .extracting(Event::at)
                                    .isSorted()
                                    .allMatch(at -> !at.isAfter(now)));
            assertThat(
                            street.notices.list(50).stream()
                                    .map(Notice::state)
                                    .collect(Collectors.toSet()))
                    .contains(DRAFT, APPROVED, CANCELLED);
            assertThat(new Demo(features(street)).fill(home, now)).isFalse();
            assertThat(street.features.cases().list(CaseFilter.newest(500))).hasSameSizeAs(all);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 61})
    void mayEndOnAnyDay(int later) throws IOException {
        var clock = new SettableClock(Street.MONDAY);
        var now = clock.pass(Duration.ofDays(later).plusHours(later));
        try (var street = new Street(TestDatabase.HSQLDB.open(), List.of(), clock)) {
            street.accounts.ensureAdmin(home, "correct horse battery", now);
            assertThat(new Demo(features(street)).fill(home, now)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsThePasswordsOfItsAccountsToTheOwnerOfTheFileAlone(TestDatabase database)
            throws IOException {
        var clock = new SettableClock(Street.MONDAY);
        try (var street = new Street(database.open(), List.of(), clock)) {
            street.accounts.ensureAdmin(home, "correct horse battery", clock.instant());
            new Demo(features(street)).fill(home, clock.instant());
            var file = home.resolve("demo-accounts.txt");
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            var line =
                    Files.readAllLines(file).stream()
                            .filter(one -> one.startsWith("样例派单员"))
                            .findFirst()
                            .orElseThrow();
            var password = line.substring(line.lastIndexOf(' ') + 1);
            assertThat(street.accounts.check("样例派单员", password, clock.instant()))
                    .isInstanceOfSatisfying(
                            Authentication.Granted.class,
                            granted ->
                                    assertThat(granted.member().role()).isEqualTo(Role.DISPATCHER));
        }
    }

    private static Demo.Features features(Street street) {
        return new Demo.Features(
                street.features.cases(),
                street.notices,
                street.features.residents(),
                street.accounts,
                street.features.district());
    }
}
