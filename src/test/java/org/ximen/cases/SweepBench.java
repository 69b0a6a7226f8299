package org.ximen.cases;

import static org.ximen.cases.Street.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.staff.Role;
import org.ximen.testing.TestDatabase;

/** How long a sweep and the lists take over many cases, a tenth of them open, or more tenths. */
class SweepBench {
    private static final int CASES = Integer.getInteger("bench.cases", 100_000);
    private static final int OPEN_TENTHS = Integer.getInteger("bench.open", 1);
    private static final int DUE = 2_000;
    private static final int TIMES = 10;
    private static final String NOW = "2026-11-23T10:00";

    @ParameterizedTest
    @EnumSource
    void manyOpenCases(TestDatabase database) {
        var db = database.open();
        var street = new Street(db);
        fill(db, at(NOW));
        measure(database, "sweep, nothing due", () -> street.cases.sweep(at(NOW)));
        var desk = Street.member(Role.DISPATCHER, null);
        var crew = Street.member(Role.HANDLER, "cyzx");
        measure(database, "late stages, desk", () -> street.book.late(12, desk, at(NOW)));
        measure(database, "late stages, a unit", () -> street.book.late(12, crew, at(NOW)));
        var open = CaseSearch.ALL.in(List.of(State.REPORTED, State.FILED, State.DISPATCHED));
        measure(database, "list, open", () -> street.book.search(open, 0, 50, desk, at(NOW)));
        var lateOnes = CaseSearch.ALL.at(CaseSearch.Time.LATE);
        measure(database, "list, late", () -> street.book.search(lateOnes, 0, 50, desk, at(NOW)));
        var soon = CaseSearch.ALL.at(CaseSearch.Time.SOON);
        measure(database, "soon late, counted", () -> street.book.count(soon, 1000, desk, at(NOW)));
        long from = System.nanoTime();
        int warned = street.cases.sweep(at(NOW).plus(Duration.ofHours(2)));
        print(database, "sweep, " + warned + " due", Duration.ofNanos(System.nanoTime() - from));
    }

    private static void measure(TestDatabase database, String what, Runnable work) {
        List<Duration> times = new ArrayList<>();
        IntStream.range(0, TIMES)
                .forEach(i -> {
                    long from = System.nanoTime();
                    work.run();
                    times.add(Duration.ofNanos(System.nanoTime() - from));
                });
        Collections.sort(times);
        print(database, what, times.get(TIMES / 2));
    }

    private static void print(TestDatabase database, String what, Duration took) {
        System.out.printf(Locale.ROOT, "BENCH %s %s: %d ms%n", database, what, took.toMillis());
    }

    private static void fill(Db db, Instant now) {
        db.run(() -> IntStream.range(0, CASES).forEach(i -> add(db, i, now)));
        // A few are due within two hours.
        for (var stage : List.of("HANDLING", "FILING")) {
            db.client()
                    .sql(
                            """
                            insert into case_clock (case_id, stage, limit_amount, limit_unit,
                                started_at, deadline, extensions, done, warned, stopped_at,
                                next_at)
                            select id, '%s', 1, 'DAYS', clock_start, deadline, 0, false, 50,
                                case when state = 'CLOSED' then deadline end,
                                case when state = 'CLOSED' then null
                                    when nth < :due then cast(:soon as timestamp with time zone)
                                    else cast(:later as timestamp with time zone) end
                            from grid_case
                            """
                                    .formatted(stage))
                    .param("due", DUE)
                    .param("soon", Times.utc(now.plusSeconds(3600)))
                    .param("later", Times.utc(now.plus(Duration.ofDays(1))))
                    .update();
        }
    }

    private static void add(Db db, int i, Instant now) {
        boolean late = i % 3 == 0;
        var start = now.minus(Duration.ofHours(late ? 30 : 10)).plusSeconds(i % 3600);
        db.client()
                .sql(
                        """
                        insert into grid_case (nth, case_number, state, reported_on, reported_at,
                            category, department, place, place_key, description, urgent,
                            anonymous, limit_amount, limit_unit, clock_start, deadline,
                            extensions, forgotten, version)
                        values (:nth, :number, :state, date '2026-11-23', :start, 'C0102',
                            :unit, '', '', 'x', false, false, 1, 'DAYS', :start, :deadline, 0,
                            false, 1)
                        """)
                .param("nth", i)
                .param("state", i % 10 < OPEN_TENTHS ? "REPORTED" : "CLOSED")
                .param("number", "XM-20261123-" + (10_000 + i))
                .param("unit", i % 50 == 0 ? "cyzx" : "zhzf")
                .param("start", Times.utc(start))
                .param("deadline", Times.utc(start.plus(Duration.ofDays(1))))
                .update();
    }
}
