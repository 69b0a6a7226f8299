package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.CHECK;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.LI;
import static org.ximen.cases.Street.WANG;
import static org.ximen.cases.Street.at;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.district.Point;
import org.ximen.staff.Role;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;

class CasesTest {
    private static final String COVER = "文庙路学前街口有个窨井盖没了，晚上很危险";
    private static final String SHOP = "文庙路12号水果店把摊头摆出来";

    @ParameterizedTest
    @EnumSource
    void tellsTheReporterEveryStepOfTheShortPath(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T15:50");
        assertThat(item.number()).isEqualTo("XM-20261123-0001");
        assertThat(item.state()).isEqualTo(State.REPORTED);
        assertThat(item.place()).isEqualTo("文庙路学前街口");
        assertThat(item.area()).isNotNull();
        assertThat(item.urgent()).isTrue();
        assertThat(item.deadline()).isEqualTo(at("2026-11-23T17:50"));
        street.moved(item, "2026-11-23T15:55", DESK, Verb.FILE);
        street.cases.move(item.number(), Move.of(Verb.DISPATCH), DESK, at("2026-11-23T16:00"));
        street.cases.move(
                item.number(),
                Proven.of(Move.of(Verb.HANDLE, "已换新盖"), item),
                CREW,
                at("2026-11-23T16:40"));
        street.moved(item, "2026-11-23T17:00", CHECK, Verb.VERIFY);
        var closed =
                street.cases.move(
                        item.number(),
                        Proven.of(Move.of(Verb.CLOSE), item),
                        DESK,
                        at("2026-11-23T17:10"));
        assertThat(street.said)
                .containsExactly(
                        "li：您反映的 XM-20261123-0001（污水井盖缺失，文庙路学前街口）已立案，接下来派给城运中心，预计 11月23日 17:50 前处理。",
                        "li：您反映的 XM-20261123-0001（污水井盖缺失，文庙路学前街口）已派给城运中心，预计 11月23日 18:00 前处理。",
                        "li：您反映的 XM-20261123-0001（污水井盖缺失，文庙路学前街口）城运中心已处理（已换新盖），没有拍照（室内），接下来核查。",
                        "li：您反映的 XM-20261123-0001（污水井盖缺失，文庙路学前街口）电话核实，处理情况属实，准备结案。",
                        "li：您反映的 XM-20261123-0001（污水井盖缺失，文庙路学前街口）已结案，结果：已解决。问题解决了吗？点一下，或者直接告诉我。");
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.history())
                .extracting(Event::shown)
                .containsExactly("上报", "立案", "派遣", "处置完成", "核查通过", "结案");
        assertThat(closed.history().get(3).who()).isEqualTo("老陈");
    }

    @ParameterizedTest
    @EnumSource
    void refusesToCloseWhatNobodyHandled(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        assertThatThrownBy(() -> street.moved(item, "2026-11-23T10:05", DESK, Verb.CLOSE))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        e ->
                                assertThat(e.open())
                                        .containsExactly(
                                                Verb.FILE,
                                                Verb.REFUSE,
                                                Verb.MERGE,
                                                Verb.RECLASSIFY,
                                                Verb.RELOCATE,
                                                Verb.PRIORITISE,
                                                Verb.SPLIT,
                                                Verb.CONTACT,
                                                Verb.NOTE))
                .hasMessage(
                        "案件 XM-20261123-0001 现在“已上报，待立案”，不能“结案”。"
                                + "现在可以：立案、不予受理、并案、改类、改地点、定级、拆分、先行联系、内部备注");
        assertThatThrownBy(() -> street.moved(item, "2026-11-23T10:05", CREW, Verb.FILE))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("“立案”要由派遣员来做。现在可以：先行联系、内部备注");
        assertThat(street.said).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asksForWhatAStepLacks(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        var now = at("2026-11-23T10:05");
        assertThatThrownBy(() -> street.cases.move(item.number(), Move.of(Verb.REFUSE), DESK, now))
                .isInstanceOfSatisfying(
                        Incomplete.class, e -> assertThat(e.field()).isEqualTo("note"));
        var wrong = new Move(Verb.FILE, null, null, "z", null, null);
        assertThatThrownBy(() -> street.cases.move(item.number(), wrong, DESK, now))
                .hasMessageContaining("a（属实）、b（需协调）");
        street.moved(item, "2026-11-23T10:05", DESK, Verb.FILE);
        assertThatThrownBy(() -> street.cases.move(item.number(), Move.dispatchTo("水务"), DESK, now))
                .hasMessageContaining("城运中心、综合执法队");
        assertThatThrownBy(() ->
                        street.moved(
                                street.report("你好", "2026-11-23T10:06"),
                                "2026-11-23T10:07",
                                DESK,
                                Verb.FILE,
                                Verb.DISPATCH))
                .isInstanceOfSatisfying(
                        Incomplete.class, e -> assertThat(e.field()).isEqualTo("department"));
        assertThatThrownBy(
                        () -> street.cases.move("XM-20260101-0001", Move.of(Verb.FILE), DESK, now))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource
    void startsTheClockAnewAtDispatchByTheConditionAndCountsPauseAndExtension(
            TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(SHOP, "2026-11-23T10:00");
        assertThat(item.deadline()).isEqualTo(at("2026-11-25T10:00"));
        var file = new Move(Verb.FILE, null, null, "b", null, null);
        street.cases.move(item.number(), file, DESK, at("2026-11-23T10:00"));
        var sent = street.moved(item, "2026-11-23T11:00", DESK, Verb.DISPATCH);
        assertThat(sent.deadline()).isEqualTo(at("2026-11-30T11:00"));
        var paused = street.moved(item, "2026-11-23T12:00", DESK, Verb.SUSPEND);
        assertThat(paused.deadline()).isNull();
        var resumed = street.moved(item, "2026-11-25T08:00", DESK, Verb.RESUME);
        assertThat(resumed.deadline()).isEqualTo(at("2026-12-01T17:00"));
        var crew = Actor.staff("老李", Role.HANDLER, "zhzf");
        var asked = street.moved(item, "2026-11-26T09:00", crew, Verb.EXTEND);
        assertThat(asked.deadline()).isEqualTo(resumed.deadline());
        assertThat(asked.extension()).isNotNull();
        street.moved(item, "2026-11-26T09:10", DESK, Verb.EXTEND);
        var twice = street.moved(item, "2026-11-26T09:20", DESK, Verb.EXTEND);
        assertThat(twice.deadline()).isEqualTo(at("2026-12-15T17:00"));
        assertThatThrownBy(() -> street.moved(item, "2026-11-26T09:30", DESK, Verb.EXTEND))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("不能再延");
    }

    @ParameterizedTest
    @EnumSource
    void grantsNoExtensionOnceTheTimeIsOver(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:00", DESK, Verb.FILE, Verb.DISPATCH);
        assertThatThrownBy(() -> street.moved(item, "2026-11-23T12:01", DESK, Verb.EXTEND))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("已经超过时限");
    }

    @ParameterizedTest
    @EnumSource
    void reopensWithANewClock(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.cases.move(
                item.number(), Move.of(Verb.REFUSE, "不在本街道"), DESK, at("2026-11-23T10:10"));
        assertThat(street.said.getLast()).contains("未能受理。原因：不在本街道。");
        var again = street.moved(item, "2026-11-24T09:00", DESK, Verb.REOPEN);
        assertThat(again.state()).isEqualTo(State.FILED);
        assertThat(again.outcome()).isNull();
        assertThat(again.deadline()).isEqualTo(at("2026-11-24T11:00"));
    }

    @ParameterizedTest
    @EnumSource
    void aMergedReporterFollowsTheOtherCase(TestDatabase database) {
        var street = new Street(database.open());
        var first = street.report(COVER, "2026-11-23T10:00");
        var second = street.report(COVER, 2, WANG, "2026-11-23T11:00");
        assertThat(street.cases.similar(street.draft(COVER), at("2026-11-23T11:05")))
                .extracting(GridCase::number)
                .containsExactly(second.number(), first.number());
        street.cases.move(
                second.number(), Move.mergeInto("xm-20261123-0001"), DESK, at("2026-11-23T11:10"));
        assertThat(street.cases.similar(street.draft(COVER), at("2026-11-23T11:15")))
                .extracting(GridCase::number)
                .containsExactly(first.number());
        assertThat(street.cases.similar(street.draft(COVER), at("2026-11-26T11:15"))).isEmpty();
        street.moved(first, "2026-11-23T11:20", DESK, Verb.FILE);
        assertThat(street.said)
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("wang：您反映的").contains("已合并办理"),
                        said -> assertThat(said).startsWith("li：您反映的").contains("已立案"),
                        said -> assertThat(said).startsWith("wang：您关注的").contains("已立案"));
        assertThat(street.cases.of(2))
                .extracting(GridCase::number)
                .containsExactly(second.number(), first.number());
        assertThat(street.cases.of(1)).extracting(GridCase::number).containsExactly(first.number());
        assertThatThrownBy(() ->
                        street.cases.move(
                                first.number(),
                                Move.mergeInto(first.number()),
                                DESK,
                                at("2026-11-23T11:30")))
                .isInstanceOf(Incomplete.class);
        assertThatThrownBy(() ->
                        street.cases.move(
                                first.number(),
                                Move.mergeInto(second.number()),
                                DESK,
                                at("2026-11-23T11:30")))
                .hasMessageContaining("已经办完");
    }

    @ParameterizedTest
    @EnumSource
    void aFollowerIsToldAndSeesTheCaseButCannotCancelIt(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.cases.follow(item.number(), 2, WANG, at("2026-11-23T10:01"));
        street.cases.follow(item.number(), 2, WANG, at("2026-11-23T10:02"));
        street.cases.follow(item.number(), 1, LI, at("2026-11-23T10:02"));
        assertThat(street.cases.of(2)).hasSize(1);
        assertThat(street.cases.open(item, Actor.reporter(2))).isEmpty();
        assertThat(street.cases.open(item, Actor.reporter(1))).containsExactly(Verb.CANCEL);
        street.cases.move(
                item.number(), Move.of(Verb.CANCEL), Actor.reporter(1), at("2026-11-23T10:03"));
        assertThat(street.said).singleElement().asString().startsWith("wang：您关注的");
    }

    @ParameterizedTest
    @EnumSource
    void findsANumberHoweverItIsWritten(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        for (var written :
                List.of(
                        "xm-20261123-0001",
                        "ＸＭ－２０２６１１２３－０００１",
                        " XM 20261123 0001",
                        "20261123-0001")) {
            assertThat(street.cases.find(written)).map(GridCase::number).contains(item.number());
        }
        assertThat(street.cases.find("0001")).isEmpty();
        assertThat(CaseNumber.in("XM-20261123-0001 到哪一步了")).contains(item.number());
    }

    @ParameterizedTest
    @EnumSource
    void keepsPicturesPointAndOddWords(TestDatabase database) {
        var street = new Street(database.open());
        var place = street.district.placeAt(new Point(31.215, 121.485));
        var draft =
                new Draft(
                        "井盖\0没了😀 '; drop table", "污水井盖缺失", place, List.of("p1", "p2"), true, true);
        var item = street.cases.report(draft, 1, LI, at("2026-11-23T10:00"));
        var read = street.cases.find(item.number()).orElseThrow();
        assertThat(read).isEqualTo(item);
        assertThat(read.photos()).containsExactly("p1", "p2");
        assertThat(read.point()).isEqualTo(place.point());
        assertThat(read.anonymous()).isTrue();
        assertThat(read.description()).isEqualTo("井盖没了😀 '; drop table");
    }

    @ParameterizedTest
    @EnumSource
    void warnsOnceAtEachThreshold(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:00", DESK, Verb.FILE, Verb.DISPATCH, Verb.CONTACT);
        assertThat(street.cases.sweep(at("2026-11-23T10:59"))).isZero();
        assertThat(street.cases.sweep(at("2026-11-23T11:00"))).isEqualTo(1);
        assertThat(street.cases.sweep(at("2026-11-23T11:01"))).isZero();
        assertThat(street.cases.sweep(at("2026-11-23T12:00"))).isEqualTo(1);
        assertThat(street.cases.sweep(at("2026-11-23T16:00"))).isEqualTo(1);
        assertThat(street.cases.sweep(at("2026-11-24T07:59"))).isZero();
        assertThat(street.cases.sweep(at("2026-11-24T08:00"))).isEqualTo(1);
        assertThat(street.cases.sweep(at("2026-11-24T16:00"))).isZero();
        assertThat(street.cases.find(item.number()).orElseThrow().history())
                .filteredOn(event -> event.who().equals("系统"))
                .extracting(Event::note)
                .containsExactly("办理时限已用 50%", "办理时限已用 100%", "办理时限已用 300%");
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAPersonButKeepsTheCase(TestDatabase database) {
        var street = new Street(database.open());
        var over = street.report(COVER + "，我电话13800000010", "2026-11-23T10:00");
        var open = street.report(SHOP + "，我电话13800000010", "2026-11-23T10:05");
        street.moved(over, "2026-11-23T10:10", DESK, Verb.REFUSE);
        assertThat(street.cases.export(1)).hasSize(2);
        street.said.clear();
        street.cases.supplement(open.number(), 1, "我是沈阿姨", List.of("p9"), at("2026-11-23T10:30"));
        street.cases.forget(1, at("2026-11-23T11:00"));
        assertThat(street.cases.of(1)).isEmpty();
        assertThat(street.cases.export(1)).isEmpty();
        var gone = street.cases.find(over.number()).orElseThrow();
        assertThat(gone.description()).isEqualTo("（已按反映人的要求删除）");
        assertThat(gone.place()).isEmpty();
        var going = street.cases.find(open.number()).orElseThrow();
        assertThat(going.description()).contains("摊头").doesNotContain("13800000010");
        assertThat(going.place()).isEqualTo("文庙路12号水果店");
        var refused = street.moved(open, "2026-11-23T11:10", DESK, Verb.REFUSE);
        assertThat(refused.description()).isEqualTo("（已按反映人的要求删除）");
        var wiped = street.cases.find(open.number()).orElseThrow();
        assertThat(wiped.place()).isEmpty();
        assertThat(wiped.photos()).isEmpty();
        assertThat(wiped.history()).extracting(Event::note).doesNotContain("我是沈阿姨 照片 1 张");
        assertThat(street.said).isEmpty();
    }
}
