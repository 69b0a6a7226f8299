package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.cases.Street.CHECK;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.WANG;
import static org.ximen.cases.Street.at;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Rated.Came;
import org.ximen.staff.Role;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Verdict;

class RatingTest {
    private static final String COVER = "文庙路学前街口有个窨井盖没了，晚上很危险";
    private static final String SHOP = "文庙路12号水果店把摊头摆出来";
    private static final String CLOSED = "2026-11-23T17:00";

    private static GridCase closed(Street street, String words, @Nullable Outcome outcome) {
        var item = street.report(words, "2026-11-23T10:00");
        street.moved(item, "2026-11-23T10:05", DESK, Verb.FILE, Verb.DISPATCH);
        return again(street, item, outcome, CLOSED);
    }

    private static GridCase again(
            Street street, GridCase item, @Nullable Outcome outcome, String at) {
        var crew = Actor.staff("老李", Role.ADMIN, null);
        street.moved(item, at, crew, Verb.HANDLE);
        street.moved(item, at, CHECK, Verb.VERIFY);
        var close = outcome == null ? Move.of(Verb.CLOSE, "已换") : Move.close(outcome, "已换");
        var now = street.cases.find(item.number()).orElseThrow();
        return street.cases.move(item.number(), Proven.of(close, now), DESK, at(at));
    }

    private static Rated rate(Street street, GridCase item, Verdict verdict, String at) {
        return street.cases.rate(item.number(), 1, 0, verdict, "还是老样子", at(at)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSolvedGoesBackToTheSameUnitOnceWithHalfTheTime(TestDatabase database) {
        var street = new Street(database.open());
        var item = closed(street, COVER, null);
        var rated = rate(street, item, Verdict.UNSOLVED, "2026-11-24T09:00");
        assertThat(rated.came()).isEqualTo(Came.REOPENED);
        assertThat(rated.item().state()).isEqualTo(State.DISPATCHED);
        assertThat(rated.item().department()).isEqualTo(item.department());
        assertThat(rated.item().deadline()).isEqualTo(at("2026-11-24T10:00"));
        assertThat(rated.item().history().getLast().note()).isEqualTo("还是老样子");
        again(street, item, Outcome.PARTLY_RESOLVED, "2026-11-24T16:00");
        var second = rate(street, item, Verdict.UNSOLVED, "2026-11-25T09:00");
        assertThat(second.came()).isEqualTo(Came.FOR_THE_DESK);
        assertThat(second.item().state()).isEqualTo(State.CLOSED);
        assertThat(rate(street, item, Verdict.UNSOLVED, "2026-11-25T09:05").came())
                .isEqualTo(Came.TOLD_BEFORE);
    }

    @ParameterizedTest
    @EnumSource
    void halfOfTwoWorkingDaysIsEightWorkingHours(TestDatabase database) {
        var street = new Street(database.open());
        var item = closed(street, SHOP, Outcome.RESOLVED);
        var rated = rate(street, item, Verdict.UNSOLVED, "2026-11-24T09:00");
        assertThat(rated.item().deadline()).isEqualTo(at("2026-11-25T09:00"));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotTakenUpIsReadAndNotOpenedAgain(TestDatabase database) {
        var street = new Street(database.open());
        var refused = street.report(COVER, "2026-11-23T10:00");
        street.cases.move(refused.number(), Move.of(Verb.REFUSE, "不在本街道"), DESK, at(CLOSED));
        assertThat(rate(street, refused, Verdict.UNSOLVED, "2026-11-24T09:00").came())
                .isEqualTo(Came.FOR_A_LEADER);
        for (var outcome : List.of(Outcome.NOT_YET_POSSIBLE, Outcome.TRANSFERRED)) {
            var item = closed(street, SHOP, outcome);
            var rated = rate(street, item, Verdict.UNSOLVED, "2026-11-24T09:00");
            assertThat(rated.came()).isEqualTo(Came.FOR_A_LEADER);
            assertThat(rated.item().state()).isEqualTo(State.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterFifteenDaysOrOfAnEarlierEndNothingIsOpenedAgain(TestDatabase database) {
        var street = new Street(database.open());
        var item = closed(street, COVER, null);
        assertThat(rate(street, item, Verdict.UNSOLVED, "2026-12-08T17:01").came())
                .isEqualTo(Came.TOO_LATE);
        rate(street, item, Verdict.UNSOLVED, "2026-11-24T09:00");
        assertThat(rate(street, item, Verdict.SOLVED, "2026-11-24T09:01").came())
                .isEqualTo(Came.PAST);
        again(street, item, null, "2026-11-24T16:00");
        var old =
                street.cases.rate(item.number(), 1, 1, Verdict.SOLVED, "", at("2026-11-25T09:00"));
        assertThat(old.orElseThrow().came()).isEqualTo(Came.PAST);
    }

    @ParameterizedTest
    @EnumSource
    void onlyThoseOfACaseJudgeItAndAnyNoCounts(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, "2026-11-23T10:00");
        street.cases.follow(item.number(), 2, WANG, at("2026-11-23T10:01"));
        street.moved(item, "2026-11-23T10:05", DESK, Verb.FILE, Verb.DISPATCH);
        again(street, item, null, CLOSED);
        var now = at("2026-11-24T09:00");
        assertThat(street.cases.rate(item.number(), 3, 0, Verdict.SOLVED, "", now)).isEmpty();
        assertThat(rate(street, item, Verdict.SOLVED, "2026-11-24T09:00").came())
                .isEqualTo(Came.NOTED);
        var other = street.cases.rate(item.number(), 2, 0, Verdict.UNSOLVED, "", now).orElseThrow();
        assertThat(other.came()).isEqualTo(Came.REOPENED);
        assertThat(other.item().history().getLast().note()).isEqualTo("未说明");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsSilentIsAskedOnceMoreAfterTwoWorkingDaysAndCountsForNothing(TestDatabase database) {
        var street = new Street(database.open());
        var item = closed(street, COVER, null);
        street.said.clear();
        assertThat(street.cases.remind(at("2026-11-25T16:59"))).isZero();
        assertThat(street.cases.remind(at("2026-11-25T17:00"))).isOne();
        assertThat(street.cases.remind(at("2026-11-26T17:00"))).isZero();
        assertThat(street.said).singleElement().asString().contains(item.number(), "解决了吗");
        assertThat(street.cases.ratings(at(CLOSED))).containsExactly(Rating.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void whoAnsweredIsNotRemindedAndEveryAnswerIsKept(TestDatabase database) {
        var street = new Street(database.open());
        var item = closed(street, COVER, null);
        rate(street, item, Verdict.SOLVED, "2026-11-23T18:00");
        rate(street, item, Verdict.UNCONTACTED, "2026-11-23T18:01");
        var rated = rate(street, item, Verdict.MIDDLING, "2026-11-23T18:02");
        var all = new Rating(Verdict.UNCONTACTED, Verdict.SOLVED, Verdict.MIDDLING);
        assertThat(rated.rating()).isEqualTo(all);
        assertThat(rated.rating().next()).isEmpty();
        assertThat(street.cases.remind(at("2026-11-30T17:00"))).isZero();
        assertThat(street.cases.ratingsOf(1)).containsExactly(all);
        street.cases.forget(1, at("2026-11-30T18:00"));
        assertThat(street.cases.ratingsOf(1)).isEmpty();
        assertThat(street.cases.ratings(at(CLOSED))).containsExactly(all);
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotWantToBeKnownIsHiddenAlsoInTheWords(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER + "，电话13812345678", "2026-11-23T10:00");
        assertThat(street.cases.hide(item.number(), 2, at("2026-11-23T10:01"))).isEmpty();
        var hidden = street.cases.hide(item.number(), 1, at("2026-11-23T10:01")).orElseThrow();
        assertThat(hidden.anonymous()).isTrue();
        assertThat(hidden.description()).doesNotContain("13812345678");
        assertThat(street.cases.reporter(item.number())).isEmpty();
        assertThat(street.cases.of(1)).hasSize(1);
    }
}
