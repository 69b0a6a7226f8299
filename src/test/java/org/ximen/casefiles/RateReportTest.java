package org.ximen.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.CaseCount;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.Rating;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Verdict;

/** The figures of a month, counted by hand. */
class RateReportTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final Actor ADMIN = Actor.staff("admin", Role.ADMIN, null);

    @TempDir Path home;

    private static GridCase report(Office office, int who, String place, Instant at) {
        var sender = new Sender("pigeon", "p" + who);
        var person = office.residents.meet(sender, at);
        var where = office.district.placeIn(place).orElseThrow();
        var draft = new Draft("垃圾没人收", "E0110", where, List.of(), false, false);
        return office.cases.report(draft, person.id(), sender, at);
    }

    private static void move(Office office, GridCase item, Instant at, Verb... verbs) {
        for (var verb : verbs) {
            var now = office.cases.find(item.number()).orElseThrow();
            var move = verb == Verb.RETURN ? Move.of(verb, "不归我们") : Move.of(verb, "看过了");
            office.cases.move(item.number(), Proven.of(move, now), ADMIN, at);
        }
    }

    private RateReport report(Office office) {
        return new RateReport(office.book, office.codeTable, office.district, office.audit);
    }

    private static CaseRates street(List<RateReport.Group> groups) {
        return groups.getFirst().lines().getFirst().rates();
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsWhatOneCountsByHand(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.hire(Role.DISPATCHER, home, NOW);
        var closed = report(office, 1, "曹家街2弄", NOW);
        var hour = NOW.plus(Duration.ofHours(1));
        move(office, closed, hour, Verb.FILE, Verb.DISPATCH, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE);
        long li = office.residents.find(new Sender("pigeon", "p1")).orElseThrow().id();
        office.cases.rate(closed.number(), li, 1, Verdict.SOLVED, "", hour);
        var returned = report(office, 2, "大林路15号", NOW);
        move(office, returned, hour, Verb.FILE, Verb.DISPATCH, Verb.RETURN);
        var reclassified = report(office, 3, "净土街8号", NOW);
        move(office, reclassified, hour, Verb.FILE, Verb.DISPATCH);
        var lamp = new CaseChange("C0137", null, null, null, null, List.of(), null);
        office.cases.move(
                reclassified.number(), Move.of(Verb.RECLASSIFY, "是路灯", lamp), ADMIN, hour);
        var silent = report(office, 4, "曹家街2弄", NOW.plusSeconds(60));
        move(office, silent, hour, Verb.FILE, Verb.DISPATCH, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE);
        report(office, 5, "曹家街2弄", Instant.parse("2026-10-31T15:59:59Z"));
        var rates = street(report(office).of(MONTH, desk, hour));
        assertThat(rates.reported()).isEqualTo(4);
        assertThat(rates.closed()).isEqualTo(2);
        assertThat(rates.inTime()).isEqualTo(new SampleShare(2, 2));
        assertThat(rates.solved()).isEqualTo(new SampleShare(1, 1));
        assertThat(rates.answered()).as("silence").isEqualTo(new SampleShare(1, 2));
        assertThat(rates.satisfied()).isEqualTo(new SampleShare(0, 0));
        assertThat(rates.returned()).isEqualTo(new SampleShare(1, 4));
        assertThat(rates.rightFirst()).isEqualTo(new SampleShare(2, 4));
        assertThat(rates.reopened()).isEqualTo(new SampleShare(0, 2));
        office.cases.rate(silent.number(), person(office, 4), 1, Verdict.UNSOLVED, "", hour);
        var later = street(report(office).of(MONTH, desk, NOW.plus(Duration.ofDays(30))));
        assertThat(later.reopened()).isEqualTo(new SampleShare(1, 2));
        assertThat(later.solved()).isEqualTo(new SampleShare(1, 2));
        assertThat(later.inTime()).as("late ones count").isEqualTo(new SampleShare(1, 4));
    }

    private static long person(Office office, int who) {
        return office.residents.find(new Sender("pigeon", "p" + who)).orElseThrow().id();
    }

    @ParameterizedTest
    @EnumSource
    void areasAreRolledUpAndAMonthWithoutCasesIsEmpty(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.hire(Role.DISPATCHER, home, NOW);
        report(office, 1, "曹家街2弄", NOW);
        report(office, 2, "曹家街8号", NOW);
        report(office, 3, "学宫街12号", NOW);
        report(office, 4, "会馆街3号", NOW);
        var areas = report(office).of(MONTH, desk, NOW).getFirst().lines();
        assertThat(areas)
                .extracting(line -> line.label() + " " + line.rates().reported())
                .containsExactly("老西门街道 4", "文庙综合网格 3", "学宫街居委会 1", "曹家街居委会 2");
        var empty = report(office).of(YearMonth.of(2026, 9), desk, NOW);
        assertThat(street(empty).reported()).isZero();
        assertThat(street(empty).shown()).contains("样本太少（0 件）");
        assertThat(empty.getLast().lines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void filesAreNotedAndHoldTheSameFigures(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.hire(Role.DISPATCHER, home, NOW);
        report(office, 1, "曹家街2弄", NOW);
        var csv = new String(report(office).csv(MONTH, desk, NOW), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList().get(1)).startsWith("2026-11,按区域,老西门街道,1,0,样本太少（0 件）");
        assertThat(report(office).xlsx(MONTH, desk, NOW)).startsWith((byte) 'P', (byte) 'K');
        assertThat(office.audit.page("", "figures.", "figures", 0, 10)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whoSeesAPartIsToldSoAndFindsAsManyCasesAsAreCounted(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.hire(Role.DISPATCHER, home, NOW);
        var item = report(office, 1, "曹家街2弄", NOW);
        move(office, item, NOW, Verb.FILE, Verb.DISPATCH);
        var helped = Move.of(Verb.ASSIST, null, CaseChange.units("城运中心"));
        office.cases.move(item.number(), helped, ADMIN, NOW);
        var crew = new StaffMember(9, "小王", Role.HANDLER, "lhsrs", List.of(), true);
        assertThat(report(office).partly(desk)).isEmpty();
        assertThat(report(office).partly(crew)).contains("只算您看得到的案件。");
        var csv = new String(report(office).csv(MONTH, crew, NOW), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList().getLast()).isEqualTo("只算您看得到的案件。");
        assertThat(new String(report(office).csv(MONTH, desk, NOW), StandardCharsets.UTF_8))
                .doesNotContain("只算您看得到的");
        var units = report(office).of(MONTH, desk, NOW).getLast().lines();
        assertThat(units).singleElement().extracting(RateLine::department).isNotEqualTo("cyzx");
        var behind = CaseSearch.ALL.with("cyzx");
        assertThat(office.book.count(behind, 9, desk, NOW)).isEqualTo(1);
        assertThat(office.book.count(behind.leading(true), 9, desk, NOW)).isZero();
        var own = CaseSearch.ALL.with(units.getFirst().department()).leading(true);
        assertThat(office.book.count(own, 9, desk, NOW)).isEqualTo(1);
    }

    @Test
    void aShareIsSaidFromTwentyOn() {
        assertThat(new SampleShare(19, 19).shown()).isEqualTo("样本太少（19 件）");
        assertThat(new SampleShare(17, 20).shown()).isEqualTo("85%（20 件）");
        var rates =
                CaseRates.of(
                        IntStream.rangeClosed(1, 20)
                                .mapToObj(hours -> took(Duration.ofHours(hours)))
                                .toList());
        assertThat(rates.median()).isEqualTo("10 小时");
        assertThat(rates.slow()).isEqualTo("18 小时");
        assertThat(rates.answered()).isEqualTo(new SampleShare(0, 20));
    }

    private static CaseCount took(@Nullable Duration handling) {
        return new CaseCount(
                null,
                "E0110",
                null,
                true,
                true,
                handling,
                true,
                false,
                false,
                false,
                List.of(Rating.NONE));
    }
}
