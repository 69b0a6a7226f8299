package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.at;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.outbox.Outbox;
import org.ximen.testing.TestDatabase;

class CasesAtOnceTest {
    @ParameterizedTest
    @EnumSource
    void twentyReportsAtOnceGetTwentyNumbersWithoutAGap(TestDatabase database) throws Exception {
        var street = new Street(database.open());
        var numbers =
                atOnce(
                        20,
                        i ->
                                street.report(
                                                "井盖没了",
                                                i,
                                                new Sender("web", "p" + i),
                                                "2026-11-23T10:00")
                                        .number());
        assertThat(new HashSet<>(numbers)).hasSize(20).contains("XM-20261123-0020");
        assertThat(street.report("井盖没了", "2026-11-24T00:00").number())
                .isEqualTo("XM-20261124-0001");
        assertThat(street.report("井盖没了", "2026-11-23T23:59").number())
                .isEqualTo("XM-20261123-0021");
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatFailsLeavesNoGap(TestDatabase database) {
        var db = database.open();
        var street = new Street(db);
        assertThatThrownBy(() ->
                        db.run(() -> {
                            street.report("井盖没了", "2026-11-23T10:00");
                            throw new IllegalStateException("power cut");
                        }))
                .hasMessage("power cut");
        assertThat(street.report("井盖没了", "2026-11-23T10:00").number())
                .isEqualTo("XM-20261123-0001");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoMovesAtOnceOneWins(TestDatabase database) throws Exception {
        var street = new Street(database.open());
        for (int round = 0; round < 5; round++) {
            var number = street.report("井盖没了", "2026-11-23T10:00").number();
            var results =
                    atOnce(
                            2,
                            i -> {
                                try {
                                    var verb = i == 0 ? Verb.FILE : Verb.REFUSE;
                                    street.cases.move(
                                            number,
                                            Move.of(verb, "看过"),
                                            Street.DESK,
                                            at("2026-11-23T10:10"));
                                    return "won";
                                } catch (NotAllowed e) {
                                    return "refused";
                                }
                            });
            // REFUSE may also come second and lawfully follow FILE
            var history = street.cases.find(number).orElseThrow().history();
            assertThat(results).contains("won");
            assertThat(history).hasSize(1 + (int) results.stream().filter("won"::equals).count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMessageIsKeptOnlyIfTheMoveIs(TestDatabase database) {
        var db = database.open();
        var street = new Street(db);
        var outbox = new Outbox(db, List.of(), gone -> {});
        var cases =
                new Cases(
                        db,
                        street.codeTable,
                        street.district,
                        street.calendar,
                        street.reports,
                        CategoryLessons.NONE,
                        outbox);
        var number = street.report("井盖没了", "2026-11-23T10:00").number();
        assertThatThrownBy(() ->
                        db.run(() -> {
                            file(cases, number);
                            throw new IllegalStateException("power cut");
                        }))
                .hasMessage("power cut");
        assertThat(messages(db)).isZero();
        file(cases, number);
        assertThat(messages(db)).isEqualTo(1);
    }

    private static void file(Cases cases, String number) {
        cases.move(number, Move.of(Verb.FILE), Street.DESK, at("2026-11-23T10:10"));
    }

    private static long messages(Db db) {
        return db.client().sql("select count(*) from outbox").query(Long.class).single();
    }

    private interface Task<T> {
        T run(int i) throws Exception;
    }

    private static <T> List<T> atOnce(int many, Task<T> task)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(many);
        var tasks =
                IntStream.range(0, many)
                        .mapToObj(i ->
                                (Callable<T>)
                                        () -> {
                                            barrier.await();
                                            return task.run(i);
                                        })
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
