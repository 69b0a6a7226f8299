package org.ximen.opinions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.CaseSearch;
import org.ximen.chat.Sender;
import org.ximen.opinions.Opinion.Kind;
import org.ximen.opinions.Opinion.Result;
import org.ximen.opinions.Opinion.State;
import org.ximen.residents.Person;
import org.ximen.staff.Accounts;
import org.ximen.staff.Bindings;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

class OpinionDeskTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void openOnesStandFirstByTheEndOfTheirTerm(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        var praise = take(office, Kind.PRAISE, "环卫工人真负责", wang, NOW.minus(DAY));
        var late = take(office, Kind.SUGGESTION, "加路灯", wang, NOW.plus(DAY));
        var soon = take(office, Kind.SUGGESTION, "加长椅", wang, NOW);
        var done = take(office, Kind.SUGGESTION, "加路牌", wang, NOW.minus(DAY));
        office.opinionDesk.answer(done.id(), Result.ADOPTED, "下月就装", desk, NOW);
        assertThat(office.opinionDesk.list(null, null, 0, 10, desk))
                .extracting(Opinion::id)
                .containsExactly(soon.id(), late.id(), praise.id(), done.id());
        assertThat(office.opinionDesk.list(Kind.SUGGESTION, State.OPEN, 1, 1, desk))
                .extracting(Opinion::id)
                .containsExactly(late.id());
        assertThat(office.opinionDesk.open(desk)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerReachesItsAuthorOnceWithNumberResultAndReason(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        var id = take(office, Kind.SUGGESTION, "加长椅", wang, NOW).id();
        var answered = office.opinionDesk.answer(id, Result.PARTLY_ADOPTED, "先加两把。", desk, NOW);
        assertThat(answered.state()).isEqualTo(State.ANSWERED);
        assertThat(answered.isOverdue(NOW.plus(DAY.multipliedBy(90)))).isFalse();
        assertThatThrownBy(() -> office.opinionDesk.answer(id, Result.ADOPTED, "再想想", desk, NOW))
                .hasMessageContaining("已答复");
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .singleElement()
                .asString()
                .startsWith("wang 您提的建议 JY-20261123-001，街道的答复是“部分采纳”：先加两把。\n愿意登在");
        assertThat(office.audit.page("", "opinion.", "opinions/" + id, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).isEqualTo("部分采纳"));
        assertThat(office.opinions.addWords(id, wang, "谢谢", NOW)).isEmpty();
        assertThatThrownBy(() -> office.opinionDesk.answer(id, Result.ADOPTED, " ", desk, NOW))
                .hasMessageContaining("请写明理由");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoChatIsWrittenNothing(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var visited = office.residents.visited("1", null, NOW);
        var caller = office.residents.caller("13812345678", NOW);
        var heard = take(office, Kind.SUGGESTION, "加路牌", person(office, "wang"), NOW);
        for (var person : List.of(visited, caller)) {
            var opinion = take(office, Kind.SUGGESTION, "加长椅", person, NOW);
            assertThat(office.opinionDesk.isHeard(opinion)).isFalse();
            office.opinionDesk.answer(opinion.id(), Result.ADOPTED, "下月装", desk, NOW);
        }
        assertThat(office.opinionDesk.isHeard(heard)).isTrue();
        var waiting = "select count(*) from outbox";
        assertThat(office.db.client().sql(waiting).query(Long.class).single()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAdoptedIsPublishedOnlyWhileItsAuthorAllowsIt(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        var words = "我叫王小明，文庙路215号门口加长椅";
        var id = take(office, Kind.SUGGESTION, words, wang, NOW).id();
        assertThat(office.opinions.allow(id, wang, true)).isFalse();
        office.opinionDesk.answer(id, Result.ADOPTED, "下月装", desk, NOW);
        assertThatThrownBy(() -> office.opinionDesk.publish(id, words, desk, NOW))
                .hasMessageContaining("本人同意");
        assertThat(office.opinions.allow(id, person(office, "li"), true)).isFalse();
        assertThat(office.opinions.allow(id, wang, true)).isTrue();
        assertThat(office.opinions.published(10)).isEmpty();
        office.opinionDesk.publish(id, words, desk, NOW);
        assertThat(office.opinions.published(10))
                .containsExactly(
                        new PublicSuggestion(
                                "我叫**，文庙路*号门口加长椅", Result.ADOPTED, LocalDate.of(2026, 11, 23)));
        assertThat(office.audit.page("", "opinion.publish", "", 0, 10))
                .extracting(entry -> entry.details())
                .containsExactly("");
        office.opinionDesk.unpublish(id, desk, NOW);
        assertThatThrownBy(() -> office.opinionDesk.unpublish(id, desk, NOW))
                .hasMessageContaining("没有登出来");
        office.opinionDesk.publish(id, "文庙路加长椅", desk, NOW);
        assertThat(office.opinions.allow(id, wang, false)).isTrue();
        assertThat(office.opinions.published(10)).isEmpty();
        var refused = take(office, Kind.SUGGESTION, "加路灯", wang, NOW).id();
        office.opinionDesk.answer(refused, Result.NOT_ADOPTED, "路太窄", desk, NOW);
        assertThat(office.opinions.allow(refused, wang, true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aMonthListsWhatCameAndWhatWasAnsweredInItAndWhetherInTime(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        var report = new OpinionReport(office.db, office.opinionParts);
        var early = take(office, Kind.SUGGESTION, "加长椅", wang, NOW.minus(DAY.multipliedBy(40)));
        var quick = take(office, Kind.SUGGESTION, "加路灯", wang, NOW);
        take(office, Kind.SUGGESTION, "加路牌", wang, NOW);
        office.opinionDesk.answer(early.id(), Result.ADOPTED, "下月装", desk, NOW);
        office.opinionDesk.answer(quick.id(), Result.NOT_ADOPTED, "路太窄", desk, NOW);
        var praise = take(office, Kind.PRAISE, "服务好", wang, NOW);
        take(office, Kind.PRAISE, "真负责", wang, NOW);
        office.opinionDesk.passOn(praise.id(), "房管所", "打电话", desk, NOW);

        var november = report.of(YearMonth.of(2026, 11), desk, NOW);
        assertThat(november.figures())
                .extracting(OpinionReport.Figure::count)
                .containsExactly(2L, 2L, 1L, 0L, 1L, 1L, 1L, 1L, 0L);
        assertThat(november.suggestions())
                .extracting(OpinionReport.SuggestionLine::term)
                .containsExactly("超期答复", "期限内答复", "还在期限内");
        assertThat(november.praise()).containsExactly(new OpinionReport.UnitPraise("房管所", 1));
        assertThat(november.praiseOpen()).isEqualTo(1);
        var october = report.of(YearMonth.of(2026, 10), desk, NOW);
        assertThat(october.suggestions())
                .extracting(OpinionReport.SuggestionLine::id)
                .containsExactly(early.id());
        var sheet = new String(report.csv(YearMonth.of(2026, 11), desk, NOW), UTF_8);
        assertThat(sheet)
                .contains(
                        "2026-11,建议,"
                                + quick.number()
                                + ",2026-11-23,,加路灯,不采纳,路太窄,2026-11-23,期限内答复")
                .contains("2026-11,表扬,房管所,,,1 条,已转给部门");
        var unit = hire(office, "unit", Role.HANDLER, "房管所");
        assertThat(office.opinionDesk.praise(unit, NOW))
                .extracting(Opinion::words)
                .containsExactly("服务好");
        assertThatThrownBy(() -> report.of(YearMonth.of(2026, 11), unit, NOW))
                .hasMessageContaining("只有派遣员");
        assertThatThrownBy(() -> office.opinionDesk.praise(desk, NOW)).hasMessageContaining("没有部门");
    }

    @ParameterizedTest
    @EnumSource
    void praiseReachesTheDepartmentMaskedAndItsAuthorHearsOfIt(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        bind(office, hire(office, "cleaner", Role.HANDLER, "绿化市容所"), "cleaner");
        bind(office, hire(office, "builder", Role.HANDLER, "房管所"), "builder");
        var id = take(office, Kind.PRAISE, "垃圾清得真快，我是13812345678", wang, NOW).id();
        office.opinions.addWords(id, wang, "天天都来", NOW);
        var passed = office.opinionDesk.passOn(id, "绿化市容所", null, desk, NOW);
        assertThat(passed.state()).isEqualTo(State.PASSED_ON);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .containsExactlyInAnyOrder(
                        "cleaner 居民表扬绿化市容所：“垃圾清得真快，我是138********\n天天都来”", "wang 您的表扬已转给绿化市容所，谢谢您。");
        assertThatThrownBy(() -> office.opinionDesk.passOn(id, "绿化市容所", null, desk, NOW))
                .hasMessageContaining("已转给部门");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidToBePassedOnWhereNobodyHears(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var id = take(office, Kind.PRAISE, "服务好", person(office, "wang"), NOW).id();
        assertThatThrownBy(() -> office.opinionDesk.passOn(id, "房管所", " ", desk, NOW))
                .hasMessageContaining("还没有人绑定聊天");
        assertThat(office.opinionDesk.get(id, desk).state()).isEqualTo(State.OPEN);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).isEmpty();
        var passed = office.opinionDesk.passOn(id, "房管所", "打电话告诉了所长", desk, NOW);
        assertThat(passed.settled())
                .isEqualTo(new Opinion.Settled(null, "打电话告诉了所长", "fgs", desk.name(), NOW));
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).containsExactly("wang 您的表扬已转给房管所，谢谢您。");
    }

    @ParameterizedTest
    @EnumSource
    void eachKindHasItsOwnEnd(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        var suggestion = take(office, Kind.SUGGESTION, "加长椅", wang, NOW).id();
        var praise = take(office, Kind.PRAISE, "服务好", wang, NOW).id();
        assertThatThrownBy(() -> office.opinionDesk.passOn(suggestion, "房管所", "电话", desk, NOW))
                .hasMessageContaining("这是建议");
        assertThatThrownBy(() -> office.opinionDesk.answer(praise, Result.ADOPTED, "谢谢", desk, NOW))
                .hasMessageContaining("这是表扬");
        assertThatThrownBy(() -> office.opinionDesk.passOn(praise, "水务局", "电话", desk, NOW))
                .hasMessageContaining("没有叫“水务局”的部门");
        assertThatThrownBy(() -> office.opinionDesk.get(77, desk)).hasMessageContaining("没有编号为 77");
        var handler = office.hire(Role.HANDLER, home, NOW);
        assertThatThrownBy(() -> office.opinionDesk.open(handler)).hasMessageContaining("只有派遣员");
    }

    @ParameterizedTest
    @EnumSource
    void dispatchersAreRemindedOnceWhenFourFifthsOfTheTermHaveRun(TestDatabase database) {
        var office = new Office(database.open(), home);
        var desk = desk(office);
        var wang = person(office, "wang");
        take(office, Kind.SUGGESTION, "文庙路加一排长椅", wang, NOW);
        take(office, Kind.PRAISE, "服务好", wang, NOW);
        // 12 of 15 working days
        var late = Instant.parse("2026-12-09T02:00:00Z");
        assertThat(office.opinionDesk.sweep(late)).isZero();
        bind(office, desk, "desk");
        assertThat(office.opinionDesk.sweep(late.minusSeconds(1))).isZero();
        assertThat(office.opinionDesk.sweep(late)).isEqualTo(1);
        assertThat(office.opinionDesk.sweep(late.plus(DAY.multipliedBy(30)))).isZero();
        office.outbox.drain(late);
        assertThat(office.pigeons.carried)
                .containsExactly("desk 建议 JY-20261123-001 要在 12月14日 10:00 前答复，还没有答复：“文庙路加一排长椅”");
    }

    @ParameterizedTest
    @EnumSource
    void neitherIsACase(TestDatabase database) {
        var office = new Office(database.open(), home);
        take(office, Kind.SUGGESTION, "加长椅", person(office, "wang"), NOW);
        take(office, Kind.PRAISE, "服务好", person(office, "wang"), NOW);
        assertThat(office.book.count(CaseSearch.ALL, 10, desk(office), NOW)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSettledGoesAfterTwoYears(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var done = take(office, Kind.SUGGESTION, "加长椅", wang, NOW);
        var open = take(office, Kind.SUGGESTION, "加路灯", wang, NOW);
        office.opinionDesk.answer(done.id(), Result.NOT_ADOPTED, "路太窄", desk(office), NOW);
        var holding = office.opinions.holding();
        assertThat(holding.trim().before(NOW)).isZero();
        assertThat(holding.trim().before(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(office.opinions.of(wang)).extracting(Opinion::id).containsExactly(open.id());
    }

    private static Opinion take(Office office, Kind kind, String words, Person person, Instant at) {
        return office.opinions.take(new NewOpinion(kind, words, null, null), person, at);
    }

    private StaffMember hire(Office office, String name, Role role, @Nullable String department) {
        office.accounts.ensureAdmin(home, Office.PASSWORD, NOW);
        return office.accounts.create(
                new NewAccount(name, Office.PASSWORD, role, department, List.of()),
                office.accounts.find(Accounts.ADMIN).orElseThrow(),
                NOW);
    }

    private static void bind(Office office, StaffMember member, String address) {
        var bindings = new Bindings(office.db, office.audit);
        bindings.bind(bindings.code(member, NOW), new Sender("pigeon", address), NOW);
    }

    private static Person person(Office office, String address) {
        return office.subscriber(address, "", NOW);
    }

    private StaffMember desk(Office office) {
        return office.hire(Role.DISPATCHER, home, NOW);
    }
}
