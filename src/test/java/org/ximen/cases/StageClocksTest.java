package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.cases.Street.ADMIN;
import static org.ximen.cases.Street.CHECK;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.at;
import static org.ximen.cases.TimedStage.CONTACT;
import static org.ximen.cases.TimedStage.DISPATCH;
import static org.ximen.cases.TimedStage.FILING;
import static org.ximen.cases.TimedStage.HANDLING;
import static org.ximen.cases.TimedStage.VERIFICATION;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.StageClock.Condition;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;

class StageClocksTest {
    private static final String COVER = "文庙路215号井盖没了";

    private static final Set<Verb> WALKED =
            EnumSet.complementOf(EnumSet.of(Verb.SPLIT, Verb.MERGE, Verb.CANCEL, Verb.NOTE));

    /** Which clocks run in which state, written down without a look at the verbs. */
    private static final Map<State, Set<TimedStage>> RUNNING =
            Map.of(
                    State.REPORTED, EnumSet.of(CONTACT, FILING, HANDLING),
                    State.FILED, EnumSet.of(CONTACT, DISPATCH, HANDLING),
                    State.RETURNED, EnumSet.of(CONTACT, DISPATCH, HANDLING),
                    State.DISPATCHED, EnumSet.of(CONTACT, HANDLING),
                    State.ACCEPTED, EnumSet.of(CONTACT, HANDLING),
                    State.HANDLED, EnumSet.of(VERIFICATION));

    @Test
    void everyLineOfTheMovesLeavesTheClocksThatItsStateHas() {
        for (var from : State.values()) {
            for (var rule : Moves.of(from)) {
                assertThat(after(rule)).as("%s", rule).isEqualTo(expected(rule));
            }
        }
    }

    private static Set<TimedStage> after(Moves.Rule rule) {
        var running = EnumSet.noneOf(TimedStage.class);
        running.addAll(RUNNING.getOrDefault(rule.from(), Set.of()));
        ClockEffects.of(rule.from(), rule.verb(), rule.to())
                .forEach((stage, effect) -> {
                    switch (effect) {
                        case STARTS, GOES_ON -> running.add(stage);
                        case STOPS, LAPSES, PAUSES -> running.remove(stage);
                    }
                });
        return running;
    }

    private static Set<TimedStage> expected(Moves.Rule rule) {
        var running = EnumSet.noneOf(TimedStage.class);
        running.addAll(RUNNING.getOrDefault(rule.to(), Set.of()));
        boolean contacted = rule.verb() == Verb.CONTACT || rule.from() == State.HANDLED;
        if (contacted || rule.from() == State.VERIFIED) {
            running.remove(CONTACT);
        }
        return running;
    }

    @ParameterizedTest
    @EnumSource
    void eachStageHasItsClockFromReportToEnd(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:10", DESK, Verb.FILE);
        street.moved(item, "2026-11-23T10:30", DESK, Verb.DISPATCH, Verb.CONTACT);
        street.moved(item, "2026-11-23T11:00", CREW, Verb.HANDLE);
        street.moved(item, "2026-11-23T11:20", CHECK, Verb.REWORK);
        street.moved(item, "2026-11-23T11:40", CREW, Verb.HANDLE);
        street.moved(item, "2026-11-23T12:20", CHECK, Verb.VERIFY);
        assertThat(shown(street, item, "2026-11-23T13:00"))
                .containsExactly(
                        "CONTACT 10:00-11:00 DONE",
                        "FILING 10:00-10:15 DONE",
                        "HANDLING 10:50-12:50 DONE",
                        "DISPATCH 10:10-10:25 DONE_LATE",
                        "VERIFICATION 11:00-11:30 DONE",
                        "VERIFICATION 11:40-12:10 DONE_LATE");
    }

    /** Minute by minute, as somebody with a watch would count. */
    @Test
    void percentOfALimitIsReachedWhenAWatchSaysSo() {
        var calendar = new WorkCalendar(Street::workdays);
        var random = new Random(20261129);
        for (int i = 0; i < 100; i++) {
            var unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
            int amount = 1 + random.nextInt(minutes(unit) > 400 ? 3 : 12);
            var start = at("2026-11-20T08:00").plus(minutes(random.nextInt(6 * 1440)));
            var clock = Clock.starting(new Limit(amount, unit), start, calendar);
            int whole = amount * minutes(unit);
            var now = start;
            if (random.nextBoolean()) {
                now = watched(start, random.nextInt(whole), unit, calendar);
                var back = now.plus(minutes(random.nextInt(3000)));
                clock = clock.paused(now).resumed(back, calendar);
                assertThat(calendar.between(back, clock.deadline(), unit))
                        .as("what is left after a pause")
                        .isEqualTo(minutes(whole).minus(calendar.between(start, now, unit)));
            }
            if (random.nextBoolean()) {
                clock = clock.extended(calendar);
                whole += amount * minutes(unit);
            }
            for (int percent : List.of(100, 200, 300)) {
                var expected = watched(clock.start(), whole * percent / 100, unit, calendar);
                assertThat(clock.at(percent, calendar))
                        .as("%s %s", clock, percent)
                        .isEqualTo(expected);
            }
        }
    }

    private static Instant watched(
            Instant start, int ticks, LimitUnit unit, WorkCalendar calendar) {
        var at = start;
        for (int counted = 0; counted < ticks; at = at.plus(minutes(1))) {
            boolean counts = !unit.working() || calendar.openAt(at);
            counted += counts ? 1 : 0;
        }
        return at;
    }

    private static Duration minutes(long many) {
        return Duration.ofMinutes(many);
    }

    private static int minutes(LimitUnit unit) {
        return switch (unit) {
            case URGENT_MINUTES, WORKING_MINUTES -> 1;
            case URGENT_HOURS, WORKING_HOURS -> 60;
            case WORKING_DAYS -> 480;
            case DAYS -> 1440;
        };
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsDoneTheCaseAndItsClockSayTheSame(TestDatabase database) {
        var street = new Street(database.open());
        var random = new Random(database.ordinal());
        for (int life = 0; life < 6; life++) {
            var item = street.report(COVER, "2026-11-23T10:00");
            var now = at("2026-11-23T10:00");
            for (int step = 0; step < 25; step++) {
                now = now.plus(minutes(random.nextInt(90)));
                item = step(street, item, random, now);
                agree(street, item, now);
                street.cases.sweep(now);
            }
        }
    }

    private static GridCase step(Street street, GridCase item, Random random, Instant now) {
        var open = street.cases.moves(item, ADMIN);
        var move = open.get(random.nextInt(open.size())).verb();
        if (!WALKED.contains(move)) {
            return item;
        }
        var category = random.nextBoolean() ? "跨门营业" : "污水井盖缺失";
        var units = random.nextBoolean() ? "综合执法队" : "市场监管所";
        var change =
                new CaseChange(
                        category,
                        "大林路100号",
                        null,
                        null,
                        random.nextBoolean(),
                        List.of(units),
                        "不等");
        try {
            var wanted = Move.of(move, "现场看过", change);
            return street.cases.move(item.number(), Proven.of(wanted, item), ADMIN, now);
        } catch (NotAllowed | Incomplete e) {
            return item;
        }
    }

    private static void agree(Street street, GridCase item, Instant now) {
        var clocks = street.cases.clocks(item.number());
        var handling = clocks.stream().filter(each -> each.stage() == HANDLING).toList().getLast();
        assertThat(handling.clock()).isEqualTo(item.clock());
        var state = item.state();
        assertThat(handling.isOpen()).isEqualTo(state.ticking() || state == State.SUSPENDED);
        assertThat(handling.condition(now) == Condition.LATE).isEqualTo(item.overdue(now));
        assertThat(clocks.stream().filter(StageClock::isOpen).map(StageClock::stage).toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasUnderWayBeforeHasItsClockOfHandlingAndIsNotWarnedOfTwice(TestDatabase database)
            throws SQLException {
        var address = database.address();
        var user = database == TestDatabase.HSQLDB ? "SA" : "postgres";
        Flyway.configure().dataSource(address, user, "").target("40").load().migrate();
        try (var connection = DriverManager.getConnection(address, user, "");
                var statement = connection.createStatement()) {
            var literal = database == TestDatabase.HSQLDB ? "timestamp" : "timestamptz";
            statement.execute(old(literal, 1, "ACCEPTED", 50));
            statement.execute(old(literal, 2, "CLOSED", 0));
            statement.execute(old(literal, 3, "REPORTED", 0));
            statement.execute(old(literal, 4, "HANDLED", 50));
        }
        var street = new Street(TestDatabase.db(TestDatabase.dataSource(address)));
        assertThat(street.cases.sweep(at("2026-11-23T11:01"))).isEqualTo(1);
        assertThat(street.cases.sweep(at("2026-11-23T11:02"))).isZero();
        assertThat(street.cases.clocks("XM-20261123-1001"))
                .singleElement()
                .extracting(StageClock::warned)
                .isEqualTo(50);
        assertThat(street.cases.clocks("XM-20261123-2001")).isEmpty();
        assertThat(street.cases.clocks("XM-20261123-3001")).hasSize(1);
        var checked = street.cases.find("XM-20261123-4001").orElseThrow();
        street.moved(checked, "2026-11-23T11:05", CHECK, Verb.REWORK);
        assertThat(shown(street, checked, "2026-11-23T11:06"))
                .containsExactly("HANDLING 10:00-12:00 RUNNING");
        var old = street.cases.find("XM-20261123-1001").orElseThrow();
        street.moved(old, "2026-11-23T11:10", CREW, Verb.HANDLE);
        assertThat(street.cases.clocks(old.number()))
                .extracting(each -> each.condition(at("2026-11-23T11:10")))
                .containsExactly(Condition.DONE, Condition.RUNNING);
    }

    /** A case of a version that had no clocks of stages. */
    private static String old(String literal, int nth, String state, int warned) {
        return """
        insert into grid_case (nth, case_number, state, warned, reported_on, reported_at,
            category, place, place_key, description, urgent, anonymous, limit_amount,
            limit_unit, clock_start, deadline, extensions, forgotten, version)
        values (%2$d, 'XM-20261123-%2$d001', '%3$s', %4$d, date '2026-11-23',
            %1$s '2026-11-23 10:00:00+08:00', 'C0102', '', '', 'x', true, false, 2,
            'URGENT_HOURS', %1$s '2026-11-23 10:00:00+08:00',
            %1$s '2026-11-23 12:00:00+08:00', 0, false, 1)
        """
                .formatted(literal, nth, state, warned);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsChangedInTheFileHoldsForStagesThatBeginLater(TestDatabase database) {
        var street = new Street(database.open());
        var file = new AtomicReference<>(Street.categories());
        var cases =
                new Cases(
                        street.db,
                        new CodeTable(file::get, Street::dangers, street.district),
                        street.district,
                        street.calendar,
                        street.reports,
                        (confirmed, now) -> {},
                        (to, reply, now) -> {});
        var item = cases.report(street.draft(COVER), 1, Street.LI, at("2026-11-23T10:00"));
        var day = new Limit(1, LimitUnit.WORKING_DAYS);
        var clocks = new CategoriesFile.Clocks(null, day, day, day);
        file.set(new CategoriesFile("later", clocks, Street.categories().categories()));
        cases.move(item.number(), Move.of(Verb.FILE), DESK, at("2026-11-23T10:05"));
        var other = cases.report(street.draft(COVER), 1, Street.LI, at("2026-11-23T10:00"));
        assertThat(shown(street, item, "2026-11-23T10:06"))
                .containsExactly(
                        "CONTACT 10:00-11:00 RUNNING",
                        "FILING 10:00-10:15 DONE",
                        "HANDLING 10:00-12:00 RUNNING",
                        "DISPATCH 10:05-10:05 RUNNING");
        assertThat(shown(street, other, "2026-11-23T10:06"))
                .containsExactly("FILING 10:00-10:00 RUNNING", "HANDLING 10:00-12:00 RUNNING");
        file.set(new CategoriesFile("none", null, Street.categories().categories()));
        cases.move(other.number(), Move.of(Verb.FILE), DESK, at("2026-11-23T10:06"));
        assertThat(shown(street, other, "2026-11-23T10:07"))
                .containsExactly("FILING 10:00-10:00 DONE", "HANDLING 10:00-12:00 RUNNING");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyDidIsNotSaidToBeDone(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.cases.move(
                item.number(), Move.of(Verb.CANCEL), Actor.reporter(1), at("2026-11-23T10:05"));
        assertThat(shown(street, item, "2026-11-23T13:00"))
                .containsExactly(
                        "CONTACT 10:00-11:00 LAPSED",
                        "FILING 10:00-10:15 LAPSED",
                        "HANDLING 10:00-12:00 LAPSED");
    }

    @ParameterizedTest
    @EnumSource
    void whoWasCalledBeforeItWasPutOffNeedNotBeCalledAgain(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:05", DESK, Verb.FILE, Verb.DISPATCH, Verb.CONTACT);
        street.moved(item, "2026-11-23T10:20", DESK, Verb.SUSPEND);
        street.moved(item, "2026-11-23T12:20", DESK, Verb.RESUME);
        assertThat(shown(street, item, "2026-11-23T12:30"))
                .contains("CONTACT 10:00-11:00 DONE")
                .anyMatch(each -> each.startsWith("HANDLING") && each.endsWith("RUNNING"));
    }

    /** The clock is read before the note is written; another step may have come between. */
    @ParameterizedTest
    @EnumSource
    void aNoteWritesNoClock(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:05", DESK, Verb.FILE, Verb.DISPATCH);
        street.db.run(() ->
                street.db
                        .client()
                        .sql("update case_clock set extensions = 1 where stage = 'HANDLING'")
                        .update());
        street.cases.move(item.number(), Move.of(Verb.NOTE, "等配件"), DESK, at("2026-11-23T10:10"));
        assertThat(street.cases.clocks(item.number()))
                .filteredOn(each -> each.stage() == HANDLING)
                .extracting(each -> each.clock().extensions())
                .containsExactly(1);
    }

    private static List<String> shown(Street street, GridCase item, String at) {
        return street.cases.clocks(item.number()).stream().map(each -> shown(each, at)).toList();
    }

    private static String shown(StageClock each, String at) {
        var clock = each.clock();
        return each.stage()
                + " "
                + hour(clock.start())
                + "-"
                + hour(clock.deadline())
                + " "
                + each.condition(at(at));
    }

    private static String hour(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toLocalTime().toString();
    }
}
