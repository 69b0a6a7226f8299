package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.casefiles.CaseRates;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.handoff.Ticket;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Verdict;

/**
 * A database of an older version, with people, cases and talks in it, goes on being worked with.
 */
class UpgradeTest {
    private static final String OLD = "40";
    // Tuesday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Actor ADMIN = Actor.staff("admin", Role.ADMIN, null);
    private static final String SENT = "XM-20261123-0002";
    private static final String CHECKED = "XM-20261123-0003";

    private static final List<String> ROWS =
            List.of(
                    """
                    insert into person (channel, address, profile, language, reachable, met_at)
                    values ('pigeon', 'li', 'RESIDENT', 'zh', true, AT'2026-11-01 10:00:00+08:00')
                    """,
                    """
                    insert into account (name, name_key, password, role, department, areas, active,
                        created_at) values ('老周', '老周', 'x', 'DISPATCHER', null, '', true,
                        AT'2026-11-01 10:00:00+08:00')
                    """,
                    oldCase(1, "REPORTED", "null"),
                    oldCase(2, "DISPATCHED", "'lhsrs'"),
                    oldCase(3, "HANDLED", "'lhsrs'"),
                    oldCase(4, "CLOSED", "'lhsrs'"),
                    """
                    insert into case_follower (case_id, person, tell_channel, tell_address, since)
                    select id, 1, 'pigeon', 'li', AT'2026-11-23 10:00:00+08:00' from grid_case
                    """,
                    move(2, "FILE", "REPORTED", "FILED", "核实了"),
                    move(2, "DISPATCH", "FILED", "DISPATCHED", "请今天去"),
                    move(3, "HANDLE", "ACCEPTED", "HANDLED", "清走了"),
                    move(4, "CLOSE", "VERIFIED", "CLOSED", "好了"),
                    """
                    insert into ticket (person, channel, address, about, state, asked_at,
                        changed_at, urgent) values (1, 'pigeon', 'li', '想问问低保', 'WAITING',
                        AT'2026-11-24 09:00:00+08:00', AT'2026-11-24 09:00:00+08:00', false)
                    """,
                    """
                    insert into ticket_line (ticket, said_by, said, said_at) values (1, null,
                        '想问问低保', AT'2026-11-24 09:00:00+08:00')
                    """);

    @TempDir Path home;

    private static String oldCase(int nth, String state, String department) {
        return """
        insert into grid_case (nth, case_number, state, warned, reported_on, reported_at, category,
            department, place, place_key, description, urgent, anonymous, limit_amount, limit_unit,
            clock_start, deadline, extensions, forgotten, version, reporter)
        values (%1$d, 'XM-20261123-000%1$d', '%2$s', 50, date '2026-11-23',
            AT'2026-11-23 10:00:00+08:00', 'E0110', %3$s, '曹家街2弄', '曹家街2弄', '垃圾没人收',
            false, false, 2, 'DAYS', AT'2026-11-23 10:00:00+08:00', AT'2026-11-25 10:00:00+08:00',
            0, false, 1, 1)
        """
                .formatted(nth, state, department);
    }

    private static String move(int nth, String verb, String from, String to, String note) {
        return """
        insert into case_event (case_id, happened_at, who, verb, from_state, to_state, note)
        select id, AT'2026-11-23 11:00:00+08:00', '老周', '%s', '%s', '%s', '%s'
        from grid_case where nth = %d
        """
                .formatted(verb, from, to, note, nth);
    }

    private Office upgraded(TestDatabase database) throws SQLException {
        var address = database.address();
        boolean embedded = database == TestDatabase.HSQLDB;
        var user = embedded ? "SA" : "postgres";
        Flyway.configure().dataSource(address, user, "").target(OLD).load().migrate();
        try (var connection = DriverManager.getConnection(address, user, "");
                var statement = connection.createStatement()) {
            for (var row : ROWS) {
                statement.execute(row.replace("AT'", embedded ? "timestamp '" : "timestamptz '"));
            }
        }
        return new Office(TestDatabase.db(TestDatabase.dataSource(address)), home);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasUnderWayIsBroughtToItsEnd(TestDatabase database) throws SQLException {
        var office = upgraded(database);
        var desk = office.hire(Role.DISPATCHER, home, NOW);
        var all = office.book.search(CaseSearch.ALL, 0, 10, desk, NOW).items();
        assertThat(all)
                .extracting(item -> item.number().substring(15) + " " + item.state())
                .containsExactly("4 CLOSED", "3 HANDLED", "2 DISPATCHED", "1 REPORTED");
        assertThat(office.cases.find(SENT).orElseThrow().history())
                .extracting(Event::note)
                .containsExactly("核实了", "请今天去");
        office.cases.sweep(NOW);
        moved(office, SENT, Verb.ACCEPT, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE);
        moved(office, CHECKED, Verb.REWORK, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE);
        office.cases.rate(SENT, 1, 1, Verdict.SOLVED, "", NOW);
        var rates = CaseRates.of(office.book.counts(CaseSearch.ALL, desk, NOW));
        assertThat(rates.closed()).isEqualTo(3);
        assertThat(rates.solved().yes()).isEqualTo(1);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).anyMatch(said -> said.contains(SENT));
    }

    private static void moved(Office office, String number, Verb... verbs) {
        for (var verb : verbs) {
            var item = office.cases.find(number).orElseThrow();
            office.cases.move(number, Proven.of(Move.of(verb, "看过了"), item), ADMIN, NOW);
        }
        assertThat(office.cases.find(number).map(GridCase::state)).contains(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitedForAPersonIsStillHeard(TestDatabase database) throws SQLException {
        var office = upgraded(database);
        var desk = office.hire(Role.DISPATCHER, home, NOW);
        assertThat(office.handoff.sweep(NOW)).isZero();
        var waiting = office.handoff.desk().list(desk).getFirst();
        office.handoff.desk().claim(waiting.id(), desk, NOW);
        office.handoff.desk().say(waiting.id(), desk, "请带户口簿来", NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).anyMatch(said -> said.contains("请带户口簿来"));
        assertThat(office.handoff.desk().get(waiting.id(), desk).lines())
                .extracting(Ticket.Line::text)
                .containsExactly("想问问低保", "请带户口簿来");
        assertThat(office.accounts.find("老周").orElseThrow().role()).isEqualTo(Role.DISPATCHER);
    }
}
