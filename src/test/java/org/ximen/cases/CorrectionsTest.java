package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.CHECK;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.WANG;
import static org.ximen.cases.Street.at;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.district.Point;
import org.ximen.staff.Role;
import org.ximen.testing.TestDatabase;

/** What was guessed is put right by staff: kind, place, urgency, unit, one case that is two. */
class CorrectionsTest {
    private static final String COVER = "文庙路学前街口有个窨井盖没了，晚上很危险";
    private static final String SHOP = "文庙路12号水果店把摊头摆出来";

    private static Move sorted(String category, @Nullable String note) {
        return Move.of(Verb.RECLASSIFY, note, CaseChange.category(category));
    }

    private static Move placed(@Nullable String words, @Nullable Point at, @Nullable String area) {
        return Move.of(Verb.RELOCATE, null, CaseChange.place(words, at, area));
    }

    private static GridCase sent(Street street, String words) {
        var item = street.report(words, "2026-11-23T10:00");
        return street.moved(item, "2026-11-23T10:10", DESK, Verb.FILE, Verb.DISPATCH);
    }

    @ParameterizedTest
    @EnumSource
    void anotherKindGoesAnewToAnotherUnitAndTheReporterReadsIt(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street, SHOP);
        street.cases.follow(item.number(), 2, WANG, at("2026-11-23T10:20"));
        street.said.clear();
        var right =
                street.cases.move(
                        item.number(), sorted("C0102", "照片里是井盖"), DESK, at("2026-11-23T11:00"));
        assertThat(right.category().code()).isEqualTo("C0102");
        assertThat(right.department()).isEqualTo("cyzx");
        assertThat(right.state()).isEqualTo(State.DISPATCHED);
        assertThat(right.urgent()).isTrue();
        assertThat(right.guessed()).isFalse();
        assertThat(right.condition()).isEqualTo("a");
        assertThat(right.deadline()).isEqualTo(at("2026-11-23T13:00"));
        assertThat(street.said)
                .containsExactly(
                        "li：您反映的 XM-20261123-0001（污水井盖缺失，文庙路12号水果店）类别改为“污水井盖缺失”，改由城运中心负责，"
                                + "预计 11月23日 13:00 前处理。原因：照片里是井盖。编号不变。",
                        "wang：您关注的 XM-20261123-0001（污水井盖缺失，文庙路12号水果店）类别改为“污水井盖缺失”，改由城运中心负责，"
                                + "预计 11月23日 13:00 前处理。原因：照片里是井盖。编号不变。");
        assertThat(right.history().getLast().note()).isEqualTo("跨门营业 → 污水井盖缺失：照片里是井盖");
        assertThat(street.learnt)
                .containsExactly(
                        new CategoryLessons.Confirmed(
                                item.number(), 1, SHOP, "E0405", "C0102", "小周"));
    }

    @ParameterizedTest
    @EnumSource
    void beforeAnybodyIsSentOnlyUnitAndLimitChange(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(SHOP, "2026-11-23T10:00");
        var move =
                new Move(
                        Verb.RECLASSIFY,
                        null,
                        null,
                        "b",
                        null,
                        null,
                        CaseChange.category("污水井盖缺失"));
        var right = street.cases.move(item.number(), move, DESK, at("2026-11-23T10:30"));
        assertThat(right.state()).isEqualTo(State.REPORTED);
        assertThat(right.department()).isEqualTo("cyzx");
        assertThat(right.condition()).isNull();
        assertThat(right.deadline()).isEqualTo(at("2026-11-30T10:00"));
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerSaysWhatItIsAndSendsItBack(TestDatabase database) {
        var street = new Street(database.open());
        var shopkeepers = Actor.staff("老李", Role.HANDLER, "zhzf");
        var item = sent(street, SHOP);
        var back =
                street.cases.move(
                        item.number(),
                        sorted("C0102", "这是井盖，不是摊头"),
                        shopkeepers,
                        at("2026-11-23T11:00"));
        assertThat(back.state()).isEqualTo(State.RETURNED);
        assertThat(back.department()).isEqualTo("cyzx");
        assertThat(street.said.getLast()).contains("类别改为“污水井盖缺失”，正在重新安排部门，编号不变");
        var again = sent(street, SHOP);
        var returned = Move.of(Verb.RETURN, "这是井盖，不是摊头", CaseChange.category("C0102"));
        var same = street.cases.move(again.number(), returned, shopkeepers, at("2026-11-23T11:10"));
        assertThat(same.state()).isEqualTo(State.RETURNED);
        assertThat(same.category().code()).isEqualTo("C0102");
        assertThat(street.said.getLast()).contains("类别改为“污水井盖缺失”，正在重新安排部门");
    }

    @ParameterizedTest
    @EnumSource
    void aGuessIsConfirmedAndNothingElseIsAsked(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(SHOP, "2026-11-23T10:00");
        assertThat(item.guessed()).isTrue();
        var sure =
                street.cases.move(
                        item.number(), sorted("E0405", null), DESK, at("2026-11-23T10:05"));
        assertThat(sure.guessed()).isFalse();
        assertThat(street.said).isEmpty();
        assertThat(street.learnt).hasSize(1);
        assertThatThrownBy(() ->
                        street.cases.move(
                                item.number(), sorted("E0405", null), DESK, at("2026-11-23T10:06")))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("已经是“跨门营业”，不用改类");
        var filed = street.report(COVER, "2026-11-23T10:10");
        assertThat(street.moved(filed, "2026-11-23T10:11", DESK, Verb.FILE).guessed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotInTheTableOrIsOverIsNotSorted(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(SHOP, "2026-11-23T10:00");
        assertThatThrownBy(() ->
                        street.cases.move(
                                item.number(), sorted("E9999", null), DESK, at("2026-11-23T10:05")))
                .isInstanceOfSatisfying(
                        Incomplete.class, e -> assertThat(e.field()).isEqualTo("category"))
                .hasMessage("类别表里没有“E9999”，请从类别表里选（category）");
        street.cases.move(item.number(), Move.of(Verb.REFUSE, "不是"), DESK, at("2026-11-23T10:06"));
        assertThatThrownBy(() ->
                        street.cases.move(
                                item.number(), sorted("C0102", null), DESK, at("2026-11-23T10:07")))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("现在可以：重办、内部备注");
        var again =
                street.cases.move(
                        item.number(),
                        Move.of(Verb.REOPEN, "其实是井盖", CaseChange.category("C0102")),
                        DESK,
                        at("2026-11-24T09:00"));
        assertThat(again.category().code()).isEqualTo("C0102");
        assertThat(again.department()).isEqualTo("cyzx");
        assertThat(again.deadline()).isEqualTo(at("2026-11-24T11:00"));
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceIsPutRightInWordsOnTheMapOrByItsArea(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report("文庙路有个窨井盖没了", "2026-11-23T10:00");
        assertThat(item.placeGuessed()).isTrue();
        var told =
                street.cases.move(
                        item.number(),
                        placed("文庙路215号门口", null, null),
                        DESK,
                        at("2026-11-23T10:05"));
        assertThat(told.place()).isEqualTo("文庙路215号门口");
        assertThat(told.placeGuessed()).isFalse();
        var area = Objects.requireNonNull(told.area());
        assertThat(street.said.getLast())
                .contains("地点改为文庙路215号门口（" + area.name() + "）。如果不对，请直接告诉我正确的地点。");
        assertThatThrownBy(() ->
                        street.cases.move(
                                item.number(),
                                placed("文庙路215号门口", null, null),
                                DESK,
                                at("2026-11-23T10:06")))
                .hasMessageContaining("已经是这个地点");
        var centre = street.district.centre();
        var pinned =
                street.cases.move(
                        item.number(), placed(null, centre, null), DESK, at("2026-11-23T10:07"));
        assertThat(pinned.point()).isEqualTo(centre);
        assertThat(pinned.place()).isEqualTo("文庙路215号门口");
        var other =
                street.district.areas().stream()
                        .filter(each -> each.parent() != null && !each.equals(pinned.area()))
                        .filter(each -> !street.district.around(each).contains(pinned.area()))
                        .findFirst()
                        .orElseThrow();
        var moved =
                street.cases.move(
                        item.number(),
                        placed(null, null, other.name()),
                        DESK,
                        at("2026-11-23T10:08"));
        assertThat(moved.area()).isEqualTo(other);
        assertThat(moved.point()).as("the point was elsewhere").isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceOutsideOrInNoAreaIsRefusedWithWhatToDo(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        var refused =
                List.of(
                        List.of("location", "不在本街道", placed(null, new Point(39.9, 116.4), null)),
                        List.of("location", "不在本街道", placed(null, new Point(0, 0), null)),
                        List.of("area", "请选一个区域", placed("老槐树底下", null, null)),
                        List.of("area", "没有叫“火星”的", placed(null, null, "火星")),
                        List.of(
                                "area",
                                "请从区域表里选",
                                placed(null, null, street.district.whole().name())));
        for (var each : refused) {
            assertThatThrownBy(() ->
                            street.cases.move(
                                    item.number(),
                                    (Move) each.get(2),
                                    DESK,
                                    at("2026-11-23T10:05")))
                    .isInstanceOfSatisfying(
                            Incomplete.class, e -> assertThat(e.field()).isEqualTo(each.get(0)))
                    .hasMessageContaining((String) each.get(1));
        }
        var area = street.district.areas().getLast();
        var known =
                street.cases.move(
                        item.number(),
                        placed("老槐树底下", null, area.name()),
                        DESK,
                        at("2026-11-23T10:06"));
        assertThat(known.place()).isEqualTo("老槐树底下");
        assertThat(known.area()).isEqualTo(area);
        assertThat(known.point()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUrgentIsSaidOnceAndTakenBack(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(SHOP, "2026-11-23T10:00");
        var urgent = Move.of(Verb.PRIORITISE, null, CaseChange.urgency(true));
        assertThat(street.cases.move(item.number(), urgent, DESK, at("2026-11-23T10:05")).urgent())
                .isTrue();
        assertThat(street.said.getLast()).endsWith("已定为紧急。");
        assertThatThrownBy(() ->
                        street.cases.move(item.number(), urgent, DESK, at("2026-11-23T10:06")))
                .hasMessageContaining("已经是紧急");
        var usual = Move.of(Verb.PRIORITISE, "已围挡", CaseChange.urgency(false));
        assertThat(street.cases.move(item.number(), usual, DESK, at("2026-11-23T10:07")).urgent())
                .isFalse();
        assertThat(street.said.getLast()).contains("不再按紧急办理").contains("原因：已围挡。");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongDispatchIsTakenBackOrGivenToAnother(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street, SHOP);
        var other = new Move(Verb.REDISPATCH, "归市场所", "市场所", null, null, null);
        var given = street.cases.move(item.number(), other, DESK, at("2026-11-24T09:00"));
        assertThat(given.state()).isEqualTo(State.DISPATCHED);
        assertThat(given.department()).isEqualTo("scjg");
        assertThat(given.deadline()).isEqualTo(at("2026-11-26T09:00"));
        assertThat(street.said.getLast()).contains("改由市场监管所负责，预计 11月26日 09:00 前处理。编号不变。");
        assertThat(given.history().getLast().note()).isEqualTo("收回综合执法队，改派市场监管所：归市场所");
        assertThatThrownBy(
                        () -> street.cases.move(item.number(), other, DESK, at("2026-11-24T09:01")))
                .hasMessageContaining("就是派给市场监管所的");
        var back = street.moved(item, "2026-11-24T09:10", DESK, Verb.REDISPATCH);
        assertThat(back.state()).isEqualTo(State.RETURNED);
        assertThat(street.said.getLast()).contains("正在重新安排部门");
    }

    @ParameterizedTest
    @EnumSource
    void oneCaseBecomesTwoAndBothNumbersAreTold(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(SHOP + "，门口也不好走", "2026-11-23T10:00");
        street.cases.follow(item.number(), 2, WANG, at("2026-11-23T10:01"));
        street.said.clear();
        var move =
                new Move(
                        Verb.SPLIT,
                        "文庙路12号门口窨井盖没了，电话13800138000",
                        null,
                        null,
                        null,
                        null,
                        CaseChange.category("C0102"));
        var first = street.cases.move(item.number(), move, DESK, at("2026-11-23T10:05"));
        assertThat(first.category().code()).isEqualTo("E0405");
        assertThat(first.history().getLast().note()).startsWith("拆出 XM-20261123-0002：文庙路12号门口");
        var second = street.cases.find("XM-20261123-0002").orElseThrow();
        assertThat(second.state()).isEqualTo(State.REPORTED);
        assertThat(second.category().code()).isEqualTo("C0102");
        assertThat(second.guessed()).isFalse();
        assertThat(second.place()).isEqualTo(first.place());
        assertThat(second.description()).doesNotContain("13800138000");
        assertThat(street.said).hasSize(1);
        assertThat(street.said.getFirst())
                .startsWith("li：您反映的 XM-20261123-0001")
                .contains("另一件单独登记为 XM-20261123-0002");
        assertThat(street.cases.of(1)).hasSize(2);
        assertThat(street.cases.of(2)).hasSize(1);
        assertThatThrownBy(() ->
                        street.cases.move(
                                item.number(),
                                Move.of(Verb.SPLIT, "  "),
                                DESK,
                                at("2026-11-23T10:06")))
                .hasMessage("拆分请写明另一件是什么事（note）");
    }

    @ParameterizedTest
    @EnumSource
    void theDeskIsOfferedWhatMayBeTheSame(TestDatabase database) {
        var street = new Street(database.open());
        var first = street.report(COVER, "2026-11-23T10:00");
        var second = street.report(COVER, 2, WANG, "2026-11-23T11:00");
        assertThat(street.cases.similar(second))
                .extracting(GridCase::number)
                .containsExactly(first.number());
        street.cases.move(
                second.number(), Move.mergeInto(first.number()), DESK, at("2026-11-23T11:10"));
        assertThat(street.cases.similar(first)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInternalNoteIsSeenByStaffAndByNobodyElse(TestDatabase database) {
        var db = database.open();
        var street = new Street(db);
        var item = sent(street, COVER);
        street.said.clear();
        var secret = "业主不在家，明天再去，电话13800138000";
        for (var by : List.of(DESK, CREW, CHECK)) {
            street.cases.move(
                    item.number(), Move.of(Verb.NOTE, secret), by, at("2026-11-23T11:00"));
        }
        assertThat(street.said).isEmpty();
        assertThat(street.cases.of(1).toString()).doesNotContain("业主");
        assertThat(street.cases.find(item.number()).toString()).doesNotContain("业主");
        assertThat(street.cases.export(1).toString()).doesNotContain("业主");
        var seen = street.book.find(item.number(), Street.member(Role.DISPATCHER, null));
        assertThat(seen.orElseThrow().history())
                .filteredOn(Event::internal)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.note()).isEqualTo(secret));
        street.cases.forget(1, at("2026-11-23T11:10"));
        street.moved(item, "2026-11-23T11:20", DESK, Verb.REDISPATCH, Verb.REFUSE);
        var over = street.book.find(item.number(), Street.member(Role.DISPATCHER, null));
        assertThat(over.orElseThrow().toString()).doesNotContain("业主");
    }
}
