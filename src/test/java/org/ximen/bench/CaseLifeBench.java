package org.ximen.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;
import org.ximen.workdays.WorkCalendar;

/**
 * What it takes to file, list, search and sweep when there are a thousand, ten thousand, a hundred
 * thousand cases, each made by the steps that make any case: a hundred a day, all of them open but
 * every tenth, which is brought to its end, and swept once a day.
 */
class CaseLifeBench {
    private static final int CASES = Integer.getInteger("bench.cases", 100_000);
    private static final int A_DAY = 100;
    private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(A_DAY);
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Actor ADMIN = Actor.staff("admin", Role.ADMIN, null);
    private static final int TIMES = 20;
    private static final int TENTH = 10;

    private static final List<String> ROADS =
            List.of("文庙路", "学宫街", "梦花街", "曹家街", "大林路", "净土街", "会馆街", "庄家街");

    /** What is wrong, and as what it is filed. */
    private record Trouble(String code, String words) {}

    private static final List<Trouble> TROUBLES =
            List.of(
                    new Trouble("E0110", "垃圾堆了三天没有人收，味道很大"),
                    new Trouble("E0107", "晾衣服滴水滴到路上"),
                    new Trouble("C0137", "路灯不亮，晚上看不见"),
                    new Trouble("C0102", "井盖松了，车子开过哐当响"),
                    new Trouble("E0405", "店里的东西摆到人行道上"),
                    new Trouble("E0101", "天井里在搭房子"),
                    new Trouble("E0128", "下水堵了，污水流到路上"));

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void fromAThousandToAHundredThousand(TestDatabase database) {
        new Life(database, home).grow();
    }

    /** A street in one database, as its cases become more. */
    private static final class Life {
        private final TestDatabase database;
        private final Office office;
        private final StaffMember desk;
        private Instant now = BEGIN;

        Life(TestDatabase database, Path home) {
            this.database = database;
            this.office = new Office(database.open(), home);
            this.desk = office.hire(Role.DISPATCHER, home, BEGIN);
        }

        void grow() {
            int made = 0;
            for (int size = 1_000; size <= CASES; size *= TENTH) {
                var receipts = new Times();
                var moves = new Times();
                long from = System.nanoTime();
                for (; made < size; made++) {
                    boolean last = made >= size - 1_000;
                    one(made, last ? receipts : new Times(), last ? moves : new Times());
                }
                var took = Duration.ofNanos(System.nanoTime() - from);
                print(database, size, "made in " + took.toSeconds() + " s", new Times());
                print(database, size, "receipt, the last thousand", receipts);
                print(database, size, "step, of the last thousand", moves);
                looks(size);
                sweeps(size);
            }
        }

        private void one(int i, Times receipts, Times moves) {
            now = now.plus(BETWEEN);
            var trouble = TROUBLES.get(i % TROUBLES.size());
            var words = ROADS.get(i % ROADS.size()) + (1 + i * 7 % 400) + "号" + trouble.words();
            var place = office.district.placeIn(words).orElseThrow();
            var sender = new Sender("pigeon", "p" + i);
            var person = office.residents.meet(sender, now).id();
            var draft = new Draft(words, trouble.code(), place, List.of(), false, false);
            GridCase[] made = new GridCase[1];
            receipts.time(() -> made[0] = office.cases.report(draft, person, sender, now));
            move(made[0], moves, Verb.FILE, Verb.DISPATCH);
            if (i % TENTH == 0) {
                move(made[0], moves, Verb.ACCEPT, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE);
            }
            if (i % A_DAY == 0) {
                office.cases.sweep(now);
            }
        }

        private void move(GridCase item, Times moves, Verb... verbs) {
            for (var verb : verbs) {
                var move = Proven.of(Move.of(verb, "看过了"), item);
                moves.time(() -> office.cases.move(item.number(), move, ADMIN, now));
            }
        }

        private void looks(int size) {
            var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
            var unit =
                    new StaffMember(9, "小王", Role.HANDLER, "lhsrs", List.of("310101019003"), true);
            var open = Arrays.stream(State.values()).filter(state -> !state.over()).toList();
            look(size, "list", CaseSearch.ALL, desk);
            look(size, "list, open", CaseSearch.ALL.in(open), desk);
            look(size, "list, a unit in an area", CaseSearch.ALL.in(open), unit);
            look(size, "search, words of many", CaseSearch.ALL.saying("垃圾"), desk);
            look(size, "search, words of none", CaseSearch.ALL.saying("没有的词"), desk);
            look(size, "search, a house", CaseSearch.ALL.saying("文庙路8号"), desk);
            look(size, "late", CaseSearch.ALL.at(CaseSearch.Time.LATE), desk);
            time(
                    database,
                    size,
                    "figures of the street, a month",
                    () -> office.book.wholeStreet(today.minusDays(30), today, now));
            time(database, size, "late stages", () -> office.book.late(12, desk, now));
            time(
                    database,
                    size,
                    "tallies, 8 weeks",
                    () ->
                            office.book.tallies(
                                    CaseSearch.ALL.between(today.minusWeeks(8), today), desk, now));
        }

        private void look(int size, String what, CaseSearch search, StaffMember by) {
            time(database, size, what, () -> office.book.search(search, 0, 50, by, now));
        }

        /**
         * What has come since the last of the day; then nothing is due; then what comes in an hour.
         */
        private void sweeps(int size) {
            var first = new Times();
            int[] warned = new int[1];
            first.time(() -> warned[0] = office.cases.sweep(now));
            print(database, size, "sweep, " + warned[0] + " warned", first);
            time(database, size, "sweep, nothing due", () -> office.cases.sweep(now));
            var later = new Times();
            later.time(() -> warned[0] = office.cases.sweep(now.plus(Duration.ofHours(1))));
            print(database, size, "sweep an hour on, " + warned[0] + " warned", later);
        }

        private static void time(TestDatabase database, int size, String what, Runnable work) {
            var times = new Times();
            for (int i = 0; i < TIMES; i++) {
                times.time(work);
            }
            print(database, size, what, times);
        }

        private static void print(TestDatabase database, int size, String what, Times times) {
            System.out.printf(
                    Locale.ROOT, "BENCH %s %6d %-34s %s%n", database, size, what, times.shown());
        }
    }
}
