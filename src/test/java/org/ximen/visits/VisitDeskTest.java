package org.ximen.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.CaseSource;
import org.ximen.cases.Move;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.opinions.Opinion;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;

class VisitDeskTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final VisitSearch DUE = new VisitSearch(TODAY, null, null, "");
    private static final VisitSearch ALL = new VisitSearch(null, null, null, "");

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void aWholeLife(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        var wang = desk.add(household("王阿婆", "文庙路215号", "13812345678"), "form-0001", walker, NOW);
        assertThat(wang.due()).isEqualTo(TODAY);
        assertThat(desk.list(DUE, 0, 10, walker)).containsExactly(wang);

        desk.visit(wang.id(), "visit-001", NewVisit.of(VisitOutcome.NOBODY_HOME), walker, NOW);
        assertThat(desk.get(wang.id(), walker).due()).isEqualTo(TODAY.plusDays(1));
        assertThat(desk.list(DUE, 0, 10, walker)).isEmpty();

        var tomorrow = NOW.plus(DAY);
        var found =
                new NewVisit(
                        VisitOutcome.MET,
                        null,
                        "精神好，电话13812345678",
                        "门口窨井盖没了",
                        null,
                        "给楼道加一把椅子",
                        "独居，心脏不好",
                        true);
        var visit = desk.visit(wang.id(), "visit-002", found, walker, tomorrow);
        assertThat(desk.get(wang.id(), walker).due()).isEqualTo(TODAY.plusDays(8));
        assertThat(visit.note()).isEqualTo("精神好，电话138********");
        close(office, String.valueOf(visit.caseNumber()), tomorrow);
        var suggestion = desk.suggestion(visit).orElseThrow();
        assertThat(suggestion.words()).isEqualTo("给楼道加一把椅子");
        assertThat(suggestion.place()).isNull();
        var editor = office.hire(Role.EDITOR, home, NOW);
        office.opinionDesk.answer(suggestion.id(), Opinion.Result.ADOPTED, "下月装", editor, tomorrow);
        assertThat(desk.suggestion(visit).orElseThrow().state()).isEqualTo(Opinion.State.ANSWERED);

        assertThat(desk.care(wang.id(), walker, tomorrow))
                .extracting(CareNote::words, CareNote::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("独居，心脏不好", TODAY.plusDays(1 + 180)));
        assertThat(office.visits.roll().of(YearMonth.of(2026, 11), walker))
                .containsExactly(new VisitCount("walker", wang.area(), 2, 1, 1, 0, 1, 1));
        var sheet = text(office.visits.roll().csv(YearMonth.of(2026, 11), walker, tomorrow));
        assertThat(sheet).contains("2026-11,walker,文庙居委会,2,1,1,0,1,1").doesNotContain("王阿婆");
        assertThat(audited(office))
                .contains("visit.add", "visit.record", "visit.care", "visit.export");
    }

    private static void close(Office office, String number, Instant at) {
        var item = office.cases.find(number).orElseThrow();
        assertThat(item.origin().source()).isEqualTo(CaseSource.OUTREACH);
        assertThat(item.place()).isEqualTo("文庙路215号");
        for (var move :
                List.of(
                        Move.of(Verb.FILE),
                        Move.dispatchTo("城管中队"),
                        Move.of(Verb.HANDLE, "已处理"),
                        Move.of(Verb.VERIFY),
                        Move.of(Verb.CLOSE))) {
            var now = office.cases.find(number).orElseThrow();
            office.cases.move(number, Proven.of(move, now), Actor.system(), at);
        }
        assertThat(office.cases.find(number).orElseThrow().state()).isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void aFormSentTwiceCountsOnceEvenAtOnce(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        var subject = household("王阿婆", "文庙路215号", null);
        var ids = atOnce(() -> desk.add(subject, "form-0001", walker, NOW).id());
        assertThat(ids).containsOnly(ids.getFirst());
        var errand = new NewVisit(VisitOutcome.MET, null, "", "路灯不亮", null, null, null, false);
        var numbers =
                atOnce(() ->
                        desk.visit(ids.getFirst(), "visit-001", errand, walker, NOW).caseNumber());
        assertThat(numbers).containsOnly(numbers.getFirst());
        assertThat(desk.get(ids.getFirst(), walker).visits()).isEqualTo(1);
        var dispatcher = office.hire(Role.DISPATCHER, home, NOW);
        assertThat(office.book.count(CaseSearch.ALL, 10, dispatcher, NOW)).isEqualTo(1);
        assertThatThrownBy(() -> desk.add(subject, "form-0002", walker, NOW))
                .hasMessageContaining("名单里已经有");
    }

    private static <T> List<T> atOnce(java.util.function.Supplier<T> work) {
        return IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(work))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeFiledKeepsNothingOfTheVisit(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        long id = desk.add(household("王阿婆", "文庙路215号", null), "form-0001", walker, NOW).id();
        var late = new NewVisit(VisitOutcome.MET, NOW.plus(DAY), "", null, null, null, null, false);
        assertThatThrownBy(() -> desk.visit(id, "visit-001", late, walker, NOW))
                .hasMessageContaining("不能晚于现在");
        assertThatThrownBy(
                        () -> desk.visit(id, "short", NewVisit.of(VisitOutcome.MET), walker, NOW))
                .hasMessageContaining("请刷新");
        assertThatThrownBy(() ->
                        new NewVisit(
                                VisitOutcome.REFUSED, null, "", null, null, "加椅子", null, false))
                .hasMessageContaining("没有见到人");
        assertThatThrownBy(() -> household("王阿婆", "文庙路215号", "123")).hasMessageContaining("电话应是");
        var nowhere = household("李家", "后门进去那一间", null);
        assertThatThrownBy(() -> desk.add(nowhere, "form-0003", walker, NOW))
                .hasMessageContaining("请选区域");
        var other = household("李家", "大林路100号", null);
        assertThatThrownBy(() -> desk.add(other, "form-0004", walker, NOW))
                .hasMessageContaining("不在您的区域");
        assertThat(desk.visits(id, walker)).isEmpty();
        assertThat(desk.get(id, walker).due()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @EnumSource
    void anErrandAtAnUnknownPlaceLiesWhereTheVisitWas(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        var subject = new NewSubject("shop", "老李杂货", "后门进去那一间", wenmiao(office), null);
        long id = desk.add(subject, "form-0001", walker, NOW).id();
        var errand = new NewVisit(VisitOutcome.MET, null, "", "灯不亮", null, null, null, true);
        var number = String.valueOf(desk.visit(id, "visit-001", errand, walker, NOW).caseNumber());
        var item = office.cases.find(number).orElseThrow();
        assertThat(item.place()).isEqualTo("后门进去那一间（文庙居委会）");
        assertThat(String.valueOf(item.area())).contains(wenmiao(office));
        assertThat(desk.get(id, walker).due()).isEqualTo(TODAY.plusDays(90));
    }

    @ParameterizedTest
    @EnumSource
    void everybodySeesWhatIsTheirs(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        var unit = hire(office, "unit", Role.HANDLER, "城管中队", "文庙居委会");
        var elsewhere = hire(office, "elsewhere", Role.HANDLER, null, "大林居委会");
        var nowhere = hire(office, "nowhere", Role.LEADER, null);
        var admin = office.accounts.find(Accounts.ADMIN).orElseThrow();
        var wang = household("王阿婆", "文庙路215号", "13812345678");
        long id = desk.add(wang, "form-0001", walker, NOW).id();
        var cared = new NewVisit(VisitOutcome.MET, null, "", null, null, null, "独居", false);
        desk.visit(id, "visit-001", cared, walker, NOW);

        assertThat(desk.list(ALL, 0, 10, elsewhere)).isEmpty();
        assertThat(desk.list(ALL, 0, 10, nowhere)).isEmpty();
        assertThat(office.visits.roll().of(YearMonth.of(2026, 11), elsewhere)).isEmpty();
        assertThatThrownBy(() -> desk.get(id, elsewhere)).hasMessageContaining("不在您的区域");
        assertThatThrownBy(() -> desk.care(id, elsewhere, NOW)).hasMessageContaining("不在您的区域");
        for (var role : List.of(Role.EDITOR, Role.APPROVER, Role.DISPATCHER)) {
            var member = office.hire(role, home, NOW);
            assertThatThrownBy(() -> desk.list(ALL, 0, 10, member)).hasMessageContaining("走访由");
            assertThatThrownBy(() -> desk.care(id, member, NOW)).hasMessageContaining("关爱情况只有");
        }
        // Who is on the list tells by itself that they live alone.
        assertThatThrownBy(() -> desk.get(id, unit)).hasMessageContaining("走访由");
        assertThatThrownBy(() -> desk.list(ALL, 0, 10, unit)).hasMessageContaining("走访由");
        assertThatThrownBy(() -> desk.phone(id, unit, NOW)).hasMessageContaining("走访由");
        assertThatThrownBy(() -> desk.care(id, unit, NOW)).hasMessageContaining("关爱情况只有");
        assertThatThrownBy(() -> office.visits.roll().of(YearMonth.of(2026, 11), unit))
                .hasMessageContaining("走访榜由");
        long shop = desk.add(shop("老李杂货"), "form-0002", walker, NOW).id();
        assertThat(desk.list(ALL, 0, 10, admin)).extracting(VisitSubject::id).containsExactly(shop);
        assertThat(desk.count(ALL, admin)).isEqualTo(1);
        assertThatThrownBy(() -> desk.get(id, admin)).hasMessageContaining("名单里没有");
        assertThatThrownBy(() -> desk.phone(id, admin, NOW)).hasMessageContaining("名单里没有");
        assertThatThrownBy(() -> desk.add(wang, "form-0003", admin, NOW))
                .hasMessageContaining("请选种类");
        assertThatThrownBy(() -> desk.care(id, admin, NOW)).hasMessageContaining("关爱情况只有");
        assertThatThrownBy(() -> desk.schedule(id, TODAY, walker, NOW))
                .hasMessageContaining("由网格长和管理员办");
        assertThat(desk.phone(id, walker, NOW)).hasValue("13812345678");
        assertThat(audited(office)).contains("visit.phone");
        var dispatcher = office.hire(Role.DISPATCHER, home, NOW);
        assertThat(office.visits.roll().byArea(TODAY, TODAY, dispatcher))
                .containsExactly(new VisitCount("", wenmiao(office), 1, 1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theLeaderSteersAndErasesAndCountsStay(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var leader = hire(office, "leader", Role.LEADER, null, "文庙居委会");
        long id = desk.add(household("王阿婆", "文庙路215号", null), "form-0001", leader, NOW).id();
        var cared = new NewVisit(VisitOutcome.MET, null, "记", null, null, null, "独居", false);
        desk.visit(id, "visit-001", cared, leader, NOW);
        desk.schedule(id, TODAY.plusDays(3), leader, NOW);
        assertThat(desk.get(id, leader).due()).isEqualTo(TODAY.plusDays(3));
        assertThatThrownBy(() -> desk.schedule(id, TODAY.minusDays(1), leader, NOW))
                .hasMessageContaining("今天到两年");
        // What was before the last visit moves no date.
        var before = NOW.minus(DAY);
        var early =
                new NewVisit(VisitOutcome.NOBODY_HOME, before, "", null, null, null, null, false);
        desk.visit(id, "visit-002", early, leader, NOW);
        assertThat(desk.get(id, leader).due()).isEqualTo(TODAY.plusDays(3));

        desk.eraseCare(id, leader, NOW);
        assertThat(desk.care(id, leader, NOW)).isEmpty();
        var changed = new NewSubject("household", "王阿婆", "文庙路215号", null, "13812345678");
        assertThat(desk.change(id, changed, false, leader, NOW).due()).isEqualTo(TODAY.plusDays(3));
        assertThat(desk.change(id, changed, true, leader, NOW).hasPhone()).isFalse();
        desk.add(shop("老李杂货"), "form-0002", leader, NOW);
        assertThatThrownBy(() -> desk.change(id, shop("老李杂货"), false, leader, NOW))
                .hasMessageContaining("名单里已经有");
        desk.remove(id, RemovalReason.DIED, leader, NOW);
        assertThat(office.audit.page("", "visit.remove", "", 0, 10))
                .extracting(Audit.Entry::details)
                .containsExactly("去世");
        assertThatThrownBy(() -> desk.get(id, leader)).hasMessageContaining("名单里没有");
        assertThat(office.visits.roll().of(YearMonth.of(2026, 11), leader))
                .containsExactly(new VisitCount("leader", wenmiao(office), 2, 1, 1, 0, 0, 0));
        var notes = office.db.client().sql("select note from visit").query(String.class).list();
        assertThat(notes).containsOnly("");
    }

    @ParameterizedTest
    @EnumSource
    void careNotesGoWhenTheirDayIsOverAndVisitsAfterTwoYears(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var leader = hire(office, "leader", Role.LEADER, null, "文庙居委会");
        long id = desk.add(household("王阿婆", "文庙路215号", null), "form-0001", leader, NOW).id();
        var cared = new NewVisit(VisitOutcome.MET, null, "看了一眼", null, null, null, "独居", false);
        desk.visit(id, "visit-001", cared, leader, NOW);
        var holding = office.visits.careHolding();
        var last = NOW.plus(DAY.multipliedBy(180));
        assertThat(holding.trim().before(last)).isZero();
        assertThat(desk.care(id, leader, last)).hasSize(1);
        assertThat(desk.care(id, leader, last.plus(DAY))).isEmpty();
        assertThat(desk.visits(id, leader)).extracting(Visit::note).containsExactly("看了一眼");
        assertThat(holding.trim().before(last.plus(DAY))).isEqualTo(2);
        assertThat(desk.visits(id, leader)).extracting(Visit::note).containsExactly("");
        assertThat(office.visits.holding().trim().before(NOW)).isZero();
        assertThat(office.visits.holding().trim().before(NOW.plusSeconds(1))).isEqualTo(2);
        assertThat(desk.list(ALL, 0, 10, leader)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsTakenOffTheListLeavesNothingThatLeadsBack(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var leader = hire(office, "leader", Role.LEADER, null, "文庙居委会");
        var wang = household("王阿婆", "文庙路215号", "13812345678");
        long id = desk.add(wang, "form-0001", leader, NOW).id();
        var told = new NewVisit(VisitOutcome.MET, null, "记", "灯不亮", null, "加椅子", null, true);
        var visit = desk.visit(id, "visit-001", told, leader, NOW);
        var number = String.valueOf(visit.caseNumber());
        var quiet = new NewVisit(VisitOutcome.MET, null, "", "门口积水", null, null, null, false);
        var second = String.valueOf(desk.visit(id, "visit-002", quiet, leader, NOW).caseNumber());
        assertThat(phone(office, number)).isEqualTo("13812345678");
        assertThat(phone(office, second)).isNull();
        assertThat(office.residents.withPhone("13812345678")).hasSize(1);
        desk.change(id, household("王阿婆", "文庙路215号", "13912345678"), false, leader, NOW);
        assertThat(phone(office, number)).isEqualTo("13912345678");
        desk.change(id, household("王阿婆", "文庙路215号", null), true, leader, NOW);
        assertThat(phone(office, number)).isNull();

        close(office, number, NOW);
        desk.remove(id, RemovalReason.ASKED, leader, NOW);
        assertThat(office.cases.reporter(number)).isEmpty();
        assertThat(office.cases.reporter(second)).isEmpty();
        assertThat(office.cases.find(number).orElseThrow().place()).isEmpty();
        assertThat(office.opinions.find(visit.opinion() == null ? 0 : visit.opinion())).isEmpty();
        var left = "select count(*) from person where channel in ('visit', 'phone')";
        assertThat(office.db.client().sql(left).query(Long.class).single()).isZero();
        var leads =
                """
                select count(*) from visit where case_number is not null or opinion_id is not null
                    or print is not null or errand_print is not null or note <> ''
                """;
        assertThat(office.db.client().sql(leads).query(Long.class).single()).isZero();
        assertThat(office.visits.roll().of(YearMonth.of(2026, 11), leader))
                .containsExactly(new VisitCount("leader", wenmiao(office), 2, 2, 0, 0, 2, 1));
    }

    private static @Nullable String phone(Office office, String number) {
        var person = office.cases.reporter(number).flatMap(office.residents::find).orElseThrow();
        return person.phone();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongTapIsPutRightAndWhatDiffersIsNotDroppedInSilence(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        var other = hire(office, "other", Role.VERIFIER, null, "文庙居委会");
        long id = desk.add(household("王阿婆", "文庙路215号", null), "form-0001", walker, NOW).id();
        var absent = NewVisit.of(VisitOutcome.NOBODY_HOME);
        long visit = desk.visit(id, "visit-001", absent, walker, NOW).id();
        assertThat(desk.visit(id, "visit-001", absent, walker, NOW).id()).isEqualTo(visit);
        var met = new NewVisit(VisitOutcome.MET, null, "", "灯不亮", null, null, null, false);
        assertThatThrownBy(() -> desk.visit(id, "visit-001", met, walker, NOW))
                .hasMessageContaining("已经记过一次（没人在）");
        assertThat(desk.visits(id, walker)).hasSize(1);
        assertThatThrownBy(() -> desk.correct(id, visit, VisitOutcome.MET, other, NOW))
                .hasMessageContaining("只能改自己今天");
        assertThatThrownBy(() -> desk.correct(id, visit, VisitOutcome.MET, walker, NOW.plus(DAY)))
                .hasMessageContaining("只能改自己今天");
        desk.correct(id, visit, VisitOutcome.MET, walker, NOW);
        assertThat(desk.get(id, walker).due()).isEqualTo(TODAY.plusDays(7));
        assertThat(desk.get(id, walker).lastOutcome()).isEqualTo(VisitOutcome.MET);
        assertThat(audited(office)).contains("visit.correct");

        desk.visit(id, "visit-002", met, walker, NOW);
        assertThatThrownBy(() -> desk.visit(id, "visit-003", met, walker, NOW.plusSeconds(60)))
                .hasMessageContaining("几分钟前刚");
        assertThat(desk.visits(id, walker)).hasSize(2);
        assertThat(desk.visit(id, "visit-004", met, walker, NOW.plusSeconds(660)).caseNumber())
                .isNotNull();
        assertThatThrownBy(() -> desk.correct(id, visit, VisitOutcome.REFUSED, walker, NOW))
                .hasMessageContaining("只能改自己今天");
    }

    @ParameterizedTest
    @EnumSource
    void anErrandIsLookedAtBeforeAndOneElsewhereStaysElsewhere(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = office.visits.desk();
        var walker = hire(office, "walker", Role.VERIFIER, null, "文庙居委会");
        long id = desk.add(household("王阿婆", "文庙路215号", null), "form-0001", walker, NOW).id();
        var gas = new NewVisit(VisitOutcome.MET, null, "", "家里煤气味很大，头晕", null, null, null, false);
        assertThat(desk.look(id, gas, walker).orElseThrow().danger()).isPresent();
        assertThat(desk.look(id, NewVisit.of(VisitOutcome.MET), walker)).isEmpty();
        desk.visit(id, "visit-001", gas, walker, NOW);
        assertThat(desk.isKept(id, "visit-001")).isTrue();
        assertThat(desk.similar(desk.look(id, gas, walker).orElseThrow(), NOW)).hasSize(1);
        var there = new NewVisit(VisitOutcome.MET, null, "", "灯不亮", "徐汇区漕溪路1号", null, null, false);
        var read = desk.look(id, there, walker).orElseThrow();
        assertThat(read.outside()).isPresent();
        assertThat(read.draft().place())
                .satisfies(place -> {
                    assertThat(place).isNotNull();
                    assertThat(place.area()).isNull();
                });
    }

    private static NewSubject household(String name, String place, @Nullable String phone) {
        return new NewSubject("living-alone", name, place, null, phone);
    }

    private static NewSubject shop(String name) {
        return new NewSubject("shop", name, "文庙路215号", null, null);
    }

    private static String wenmiao(Office office) {
        return office.district.area("文庙居委会").orElseThrow().code();
    }

    private StaffMember hire(
            Office office, String name, Role role, @Nullable String department, String... areas) {
        office.accounts.ensureAdmin(home, Office.PASSWORD, NOW);
        return office.accounts.create(
                new NewAccount(name, Office.PASSWORD, role, department, List.of(areas)),
                office.accounts.find(Accounts.ADMIN).orElseThrow(),
                NOW);
    }

    private static List<String> audited(Office office) {
        return office.audit.page("", "visit.", "", 0, 100).stream().map(Audit.Entry::what).toList();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
