package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.at;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.CaseUnit.Answer;
import org.ximen.staff.Role;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;

/** More time that is asked for, and units that help: each has its own answer. */
class SeveralUnitsTest {
    private static final String COVER = "文庙路学前街口有个窨井盖没了，晚上很危险";
    private static final Actor MARKET = Actor.staff("小市", Role.HANDLER, "市场监管所");

    private static GridCase sent(Street street) {
        var item = street.report(COVER, "2026-11-23T10:00");
        return street.moved(item, "2026-11-23T10:00", DESK, Verb.FILE, Verb.DISPATCH);
    }

    private static GridCase move(Street street, GridCase item, Move move, Actor by) {
        var proven = Proven.of(move, item);
        return street.cases.move(item.number(), proven, by, at("2026-11-23T11:00"));
    }

    private static CaseSearch asked() {
        return CaseSearch.ALL.at(CaseSearch.Time.ASKED);
    }

    private static long waiting(Street street) {
        var desk = Street.member(Role.DISPATCHER, null);
        return street.book.count(asked(), 10, desk, at("2026-11-23T11:00"));
    }

    @ParameterizedTest
    @EnumSource
    void moreTimeIsAskedForAndGranted(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street);
        var extend = Move.of(Verb.EXTEND, "等配件");
        street.said.clear();
        var asked = move(street, item, extend, CREW);
        assertThat(asked.deadline()).isEqualTo(item.deadline());
        assertThat(asked.extension())
                .isEqualTo(new ExtensionRequest("老陈", at("2026-11-23T11:00"), "等配件"));
        assertThat(asked.history().getLast().verb()).as("for staff alone").isEqualTo(Verb.DISPATCH);
        assertThat(street.said).isEmpty();
        assertThat(waiting(street)).isOne();
        assertThatThrownBy(() -> move(street, item, extend, CREW))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("正等派遣员答复");
        var granted = move(street, item, Move.of(Verb.GRANT), DESK);
        assertThat(granted.extension()).isNull();
        assertThat(granted.deadline()).isEqualTo(at("2026-11-23T14:00"));
        assertThat(street.said).singleElement().asString().contains("需要更多时间").contains("等配件");
        assertThat(waiting(street)).isZero();
        assertThatThrownBy(() -> move(street, item, Move.of(Verb.GRANT), DESK))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("没有等着批的延期申请");
    }

    @ParameterizedTest
    @EnumSource
    void moreTimeIsDeniedWithTheReasonAndTheReporterIsNotTold(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street);
        move(street, item, Move.of(Verb.EXTEND, "等配件"), CREW);
        street.said.clear();
        assertThatThrownBy(() -> move(street, item, Move.of(Verb.DENY), DESK))
                .isInstanceOf(Incomplete.class);
        var denied = move(street, item, Move.of(Verb.DENY, "先围起来"), DESK);
        assertThat(denied.extension()).isNull();
        assertThat(denied.deadline()).isEqualTo(item.deadline());
        assertThat(street.said).isEmpty();
        var seen = street.book.find(item.number(), Street.member(Role.HANDLER, "cyzx"));
        assertThat(seen.orElseThrow().history().getLast().note()).isEqualTo("先围起来");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsVoidOnceAnotherUnitHasTheCase(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street);
        move(street, item, Move.of(Verb.EXTEND, "等配件"), CREW);
        var other = new Move(Verb.REDISPATCH, "派错了", "zhzf", null, null, null);
        assertThat(move(street, item, other, DESK).extension()).isNull();
        assertThat(waiting(street)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aUnitThatHelpsSeesTheCaseAnswersForItselfAndIsWaitedFor(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street);
        var market = Street.member(Role.HANDLER, "scjg");
        assertThat(street.book.find(item.number(), market)).isEmpty();
        street.said.clear();
        var help = Move.of(Verb.ASSIST, "一起去看", CaseChange.units("市场所", "城管"));
        var both = move(street, item, help, CREW);
        assertThat(both.units()).extracting(CaseUnit::department).containsExactly("scjg", "zhzf");
        assertThat(street.said).as("the reporter is not told").isEmpty();
        assertThat(street.book.find(item.number(), market)).isPresent();
        var now = at("2026-11-23T11:00");
        assertThat(street.book.search(CaseSearch.ALL, 0, 10, market, now).items()).hasSize(1);
        assertThat(street.book.search(CaseSearch.ALL.with("scjg"), 0, 10, market, now).items())
                .hasSize(1);
        assertThat(move(street, item, Move.of(Verb.ACCEPT), MARKET).state())
                .as("the case stands as it stood")
                .isEqualTo(State.DISPATCHED);
        assertThatThrownBy(() -> move(street, item, Move.of(Verb.HANDLE), CREW))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("协办单位市场监管所、综合执法队还没有办完");
        var law = Actor.staff("老李", Role.HANDLER, "zhzf");
        var declined = move(street, item, Move.of(Verb.RETURN, "不归我们"), law);
        assertThat(declined.units())
                .extracting(CaseUnit::answer)
                .containsExactly(Answer.ACCEPTED, Answer.DECLINED);
        var done = move(street, item, Move.of(Verb.HANDLE, "查过了"), MARKET);
        assertThat(done.awaited()).isEmpty();
        assertThat(done.state()).isEqualTo(State.DISPATCHED);
        assertThat(done.history())
                .as("a resident reads of no handling that was only a part of it")
                .extracting(Event::verb)
                .doesNotContain(Verb.HANDLE, Verb.ACCEPT, Verb.RETURN);
        assertThatThrownBy(() -> move(street, item, Move.of(Verb.HANDLE), MARKET))
                .isInstanceOf(NotAllowed.class);
        assertThat(move(street, item, Move.of(Verb.HANDLE, "换好了"), CREW).state())
                .isEqualTo(State.HANDLED);
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotWaitSaysWhyAndTheUnitIsSpared(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street);
        move(street, item, Move.of(Verb.ASSIST, null, CaseChange.units("scjg")), DESK);
        var alone = Move.of(Verb.HANDLE, "换好了", CaseChange.reason("不用等，已经换好"));
        var handled = move(street, item, alone, CREW);
        assertThat(handled.state()).isEqualTo(State.HANDLED);
        assertThat(handled.units()).extracting(CaseUnit::answer).containsExactly(Answer.WITHDRAWN);
        var desk = Street.member(Role.DISPATCHER, null);
        assertThat(street.book.find(item.number(), desk).orElseThrow().history())
                .filteredOn(Event::internal)
                .singleElement()
                .satisfies(event -> assertThat(event.note()).isEqualTo("没有等市场监管所：不用等，已经换好"));
        assertThat(street.book.find(item.number(), Street.member(Role.HANDLER, "scjg"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyOtherUnitsCanHelp(TestDatabase database) {
        var street = new Street(database.open());
        var item = sent(street);
        var help = Move.of(Verb.ASSIST, null, CaseChange.units("城运中心"));
        assertThatThrownBy(() -> move(street, item, help, CREW)).hasMessageContaining("就是主办单位");
        var none = Move.of(Verb.ASSIST, null, CaseChange.units("水务局"));
        assertThatThrownBy(() -> move(street, item, none, CREW)).hasMessageContaining("没有“水务局”");
        var market = Move.of(Verb.ASSIST, null, CaseChange.units("scjg"));
        move(street, item, market, CREW);
        assertThatThrownBy(() -> move(street, item, market, CREW)).hasMessageContaining("已经请市场监管所");
    }
}
