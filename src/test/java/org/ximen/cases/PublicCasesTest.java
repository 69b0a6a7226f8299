package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.cases.Street.ADMIN;
import static org.ximen.cases.Street.LI;
import static org.ximen.cases.Street.at;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.testing.TestDatabase;

/** Which cases everybody sees, and what of them. */
class PublicCasesTest {
    private static final String STALL = "文庙路12号门口摊头摆出来了";

    private static PublicCases open(Street street) {
        return new PublicCases(street.db, street.codeTable, street.district);
    }

    private static PublicSearch search(Set<String> codes, Set<State> states) {
        return new PublicSearch(codes, states, at("2026-11-01T00:00"), at("2026-12-01T00:00"));
    }

    private static List<String> numbers(List<PublicCase> cases) {
        return cases.stream().map(PublicCase::number).toList();
    }

    @ParameterizedTest
    @EnumSource
    void searchesByKindStateAndTimeNewestFirst(TestDatabase database) {
        var street = new Street(database.open());
        var seen = open(street);
        var stall = street.report(STALL, "2026-11-23T10:00");
        var cover = street.report("文庙路3号窨井盖没了", "2026-11-24T10:00");
        var early = street.report(STALL, "2026-10-31T23:59");
        street.moved(cover, "2026-11-24T11:00", ADMIN, Verb.FILE, Verb.REFUSE);
        assertThat(numbers(seen.search(search(Set.of(), Set.of()), 0, 10)))
                .containsExactly(cover.number(), stall.number());
        assertThat(numbers(seen.search(search(Set.of("E0405"), Set.of()), 0, 10)))
                .containsExactly(stall.number());
        assertThat(numbers(seen.search(search(Set.of(), Set.of(State.REFUSED)), 0, 10)))
                .containsExactly(cover.number());
        assertThat(numbers(seen.search(search(Set.of(), Set.of()), 1, 1)))
                .containsExactly(stall.number());
        assertThat(seen.search(search(Set.of("D-gas"), Set.of()), 0, 10)).isEmpty();
        assertThat(numbers(seen.find(List.of(early.number(), cover.number(), "XM-1"))))
                .containsExactly(early.number(), cover.number());
    }

    @ParameterizedTest
    @EnumSource
    void tellsNoNumberOfAHouseAndNoExactPoint(TestDatabase database) {
        var street = new Street(database.open());
        var point = new Point(31.216_449, 121.486_551);
        var place = new Place("文庙路215号302室", point, null);
        var draft = new Draft("有气味", "C0102", place, List.of(), false, false);
        var item = street.cases.report(draft, 1, LI, at("2026-11-23T10:00"));
        var seen = open(street).find(item.number()).orElseThrow();
        assertThat(seen.roads()).containsExactly("文庙路");
        assertThat(seen.point()).isEqualTo(new Point(31.216, 121.487));
        assertThat(seen.expectedAt()).isEqualTo(item.deadline());
        assertThat(seen.updatedAt()).isEqualTo(item.reportedAt());
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsNoNameOrIsErasedHasNoPublicCase(TestDatabase database) {
        var street = new Street(database.open());
        var seen = open(street);
        var stall = street.report(STALL, "2026-11-23T10:00");
        assertThat(seen.find(stall.number())).isPresent();
        street.cases.hide(stall.number(), 1, at("2026-11-23T10:05"));
        assertThat(seen.find(stall.number())).isEmpty();
        var other = street.report(STALL, "2026-11-23T10:10");
        street.cases.forget(1, at("2026-11-23T10:15"));
        assertThat(seen.find(other.number())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatHasBecomeDangerousIsShownNoMore(TestDatabase database) {
        var street = new Street(database.open());
        var seen = open(street);
        var stall = street.report(STALL, "2026-11-23T10:00");
        var cover = street.report("文庙路3号窨井盖没了", "2026-11-23T10:01");
        street.cases.escalate(stall.number(), 1, "有人被烫伤了", at("2026-11-23T10:05"));
        assertThat(seen.find(stall.number())).isEmpty();
        assertThat(seen.find(cover.number())).as("urgent by its kind").isPresent();
    }
}
