package org.ximen.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.notices.Notice.State.APPROVED;
import static org.ximen.notices.Notice.State.CANCELLED;
import static org.ximen.notices.Notice.State.DONE;
import static org.ximen.notices.Notice.State.DRAFT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.Stage;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.db.Db;
import org.ximen.gaps.Gap;
import org.ximen.handoff.Ticket;
import org.ximen.notices.Notice;
import org.ximen.opinions.Opinion;
import org.ximen.photos.Viewer;
import org.ximen.staff.Authentication;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

class DemoTest {
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void livesThroughSixWeeksOnce(TestDatabase database) throws IOException {
        try (var filled = new Filled(database.open(), Duration.ZERO)) {
            var all = filled.cases();
            assertThat(all).hasSizeGreaterThan(120);
            assertThat(all)
                    .extracting(GridCase::stage)
                    .containsAll(EnumSet.complementOf(EnumSet.of(Stage.RATED)));
            assertThat(all)
                    .extracting(GridCase::state)
                    .contains(State.MERGED, State.REFUSED, State.SUSPENDED, State.ACCEPTED);
            assertThat(all)
                    .allSatisfy(one ->
                            assertThat(one.history())
                                    .extracting(Event::at)
                                    .isSorted()
                                    .allMatch(at -> !at.isAfter(filled.now)));
            assertThat(all).allMatch(one -> one.description().startsWith("【样例】"));
            showsPhotosToStaff(filled);
            hasHandlersWhoSeeTheirOwn(filled);
            tellsPasswordsToTheOwnerOfTheFileAlone(filled);
            assertThat(new Demo(filled.features()).fill(home, filled.now)).isFalse();
            assertThat(filled.cases()).hasSameSizeAs(all);
        }
    }

    private static void showsPhotosToStaff(Filled filled) {
        var shown = filled.cases().stream().flatMap(one -> one.photos().stream()).toList();
        assertThat(shown).hasSizeBetween(8, 140);
        var photos = filled.street.features.photos();
        assertThat(shown).allMatch(id -> photos.open(id, new Viewer.Staff("样例派单员")).isPresent());
    }

    private static void hasHandlersWhoSeeTheirOwn(Filled filled) {
        var accounts = filled.street.accounts;
        assertThat(filled.street.features.district().departments())
                .allMatch(department ->
                        accounts.list().stream()
                                .anyMatch(one -> department.id().equals(one.department())));
        var officer = accounts.find("样例网格员").orElseThrow();
        var seen = filled.book().search(CaseSearch.ALL, 0, 500, officer, filled.now).items();
        assertThat(seen).hasSizeBetween(5, filled.cases().size() - 5);
    }

    private void tellsPasswordsToTheOwnerOfTheFileAlone(Filled filled) throws IOException {
        var file = home.resolve("demo-accounts.txt");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        var line =
                Files.readAllLines(file).stream()
                        .filter(one -> one.startsWith("样例派单员"))
                        .findFirst()
                        .orElseThrow();
        var password = line.substring(line.lastIndexOf(' ') + 1);
        assertThat(filled.street.accounts.check("样例派单员", password, "here", filled.now))
                .isInstanceOfSatisfying(
                        Authentication.Granted.class,
                        granted -> assertThat(granted.member().role()).isEqualTo(Role.DISPATCHER));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 61})
    void looksAliveOnWhateverDayItEnds(int later) throws IOException {
        var ago = Duration.ofDays(later).plusHours(later);
        try (var filled = new Filled(TestDatabase.HSQLDB.open(), ago)) {
            assertThat(filled.cases())
                    .anyMatch(one -> one.overdue(filled.now))
                    .anyMatch(one -> one.state() == State.SUSPENDED)
                    .anyMatch(one -> one.history().stream().anyMatch(e -> e.verb() == Verb.REOPEN))
                    .filteredOn(one -> one.state() == State.MERGED)
                    .isNotEmpty()
                    .allSatisfy(filled::isPlausible);
            var notices = filled.street.notices;
            assertThat(notices.list(50).stream().collect(Collectors.groupingBy(Notice::state)))
                    .containsOnlyKeys(DRAFT, APPROVED, DONE, CANCELLED);
            assertThat(notices.list(50))
                    .filteredOn(one -> one.state() == DONE)
                    .allSatisfy(one -> assertThat(notices.progress(one.id()).sent()).isPositive());
            assertThat(filled.street.features.handoff().desk().list(filled.admin))
                    .allMatch(ticket -> ticket.about() != null)
                    .extracting(Ticket::state)
                    .contains(Ticket.State.WAITING, Ticket.State.CLAIMED);
            var opinions = filled.street.opinionDesk.list(null, null, 0, 50, filled.admin);
            assertThat(opinions)
                    .extracting(Opinion::state)
                    .contains(Opinion.State.OPEN, Opinion.State.ANSWERED, Opinion.State.PASSED_ON);
            assertThat(opinions).allMatch(one -> one.words().contains("样例"));
            var gaps = filled.street.gaps.list(Gap.State.OPEN, 0, 50, filled.admin);
            assertThat(gaps).hasSizeGreaterThan(2).anyMatch(gap -> gap.people() > 1);
            assertThat(gaps).filteredOn(gap -> !gap.reasons().isEmpty()).hasSizeGreaterThan(1);
        }
    }

    /** A street whose weeks were lived through. */
    private final class Filled implements AutoCloseable {
        final Street street;
        final Instant now;
        final StaffMember admin;

        Filled(Db db, Duration later) throws IOException {
            var clock = new SettableClock(Street.MONDAY);
            now = clock.pass(later);
            street = new Street(db, List.of(new SampleChannel()), clock);
            street.accounts.ensureAdmin(home, "correct horse battery", now);
            admin = street.accounts.find("admin").orElseThrow();
            assertThat(new Demo(features()).fill(home, now)).isTrue();
        }

        Demo.Features features() {
            var features = street.features;
            return new Demo.Features(
                    features.cases(),
                    book(),
                    features.photos(),
                    street.notices,
                    street.outbox,
                    street.dialogue,
                    features.handoff(),
                    street.gaps,
                    features.residents(),
                    street.accounts,
                    features.district(),
                    street.opinions,
                    street.opinionDesk);
        }

        CaseBook book() {
            return new CaseBook(street.db, street.features.codeTable(), street.features.district());
        }

        List<GridCase> cases() {
            return book().search(CaseSearch.ALL, 0, 500, admin, now).items();
        }

        /** It was joined to one of the same kind, near, and reported little before. */
        void isPlausible(GridCase merged) {
            var into = street.features.cases().find(String.valueOf(merged.mergedInto()));
            assertThat(into)
                    .hasValueSatisfying(other -> {
                        assertThat(other.category()).isEqualTo(merged.category());
                        assertThat(other.area()).isEqualTo(merged.area());
                        assertThat(Duration.between(other.reportedAt(), merged.reportedAt()))
                                .isBetween(Duration.ZERO, Duration.ofHours(48));
                    });
        }

        @Override
        public void close() throws IOException {
            street.close();
        }
    }
}
