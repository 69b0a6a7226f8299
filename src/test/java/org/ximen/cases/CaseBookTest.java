package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.LI;
import static org.ximen.cases.Street.WANG;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.CaseSearch.Time;
import org.ximen.db.Db;
import org.ximen.district.Point;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.TestDatabase;

/** Looking through the cases, on each database. */
class CaseBookTest {
    private static final StaffMember DISPATCHER = member(Role.DISPATCHER, null);
    private static final Instant NOON = Street.at("2026-11-24T12:00");
    private static final String COVER = "文庙路215号井盖没了";
    private static final String SHOP = "梦花街3号水果店把摊头摆出来";
    private static final String LANE = "龙门邨5号店把摊头摆出来，100%占道_";

    private static StaffMember member(Role role, @Nullable String department, String... areas) {
        return new StaffMember(7, "某某某", role, department, List.of(areas), true);
    }

    /** Three cases in two grids: Li's cover, Wang's shop, Wang's lane reported without a name. */
    private static final class Three {
        final Street street;
        final String cover;
        final String shop;
        final String lane;

        Three(Db db) {
            street = new Street(db);
            cover = street.report(COVER, 1, LI, "2026-11-23T10:00").number();
            shop = street.report(SHOP, 2, WANG, "2026-11-23T10:10").number();
            var draft = street.draft(LANE);
            var unnamed =
                    new Draft(
                            draft.description(),
                            draft.category(),
                            draft.place(),
                            List.of(),
                            false,
                            true);
            lane = street.cases.report(unnamed, 2, WANG, Street.at("2026-11-24T09:00")).number();
        }

        List<String> found(CaseSearch search, StaffMember by) {
            return street.book.search(search, 0, 50, by, NOON).items().stream()
                    .map(GridCase::number)
                    .toList();
        }

        List<String> found(CaseSearch search) {
            return found(search, DISPATCHER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersByStateAreaCategoryDepartmentAndDay(TestDatabase database) {
        var three = new Three(database.open());
        var all = CaseSearch.ALL;
        assertThat(three.found(all)).containsExactly(three.lane, three.shop, three.cover);
        three.street.cases.move(three.cover, Move.of(Verb.FILE), DESK, NOON);
        assertThat(three.found(all.in(List.of(State.FILED)))).containsExactly(three.cover);
        assertThat(three.found(all.inArea("文庙综合网格"))).containsExactly(three.shop, three.cover);
        assertThat(three.found(all.inArea("N3"))).containsExactly(three.lane);
        assertThat(three.found(all.inArea("没有这里"))).isEmpty();
        assertThat(three.found(all.ofCategory("跨门营业"))).containsExactly(three.lane, three.shop);
        assertThat(three.found(all.ofCategory("没有这类"))).isEmpty();
        assertThat(three.found(all.with("cyzx"))).containsExactly(three.cover);
        var monday = LocalDate.parse("2026-11-23");
        assertThat(three.found(all.between(monday, monday)))
                .containsExactly(three.shop, three.cover);
        assertThat(three.found(all.between(monday.plusDays(1), null))).containsExactly(three.lane);
        var nowhere = three.street.report("井盖没了", "2026-11-24T10:00").number();
        assertThat(three.found(all.inArea("老西门街道"))).contains(nowhere).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void looksAmongTheNewestFirstAndFindsTheSame(TestDatabase database) {
        var db = database.open();
        var three = new Three(db);
        for (int i = 0; i < 6; i++) {
            three.street.report("井盖没了", "2026-11-24T10:0" + i);
        }
        three.street.cases.move(three.cover, Move.of(Verb.FILE), DESK, NOON);
        var all = CaseSearch.ALL;
        var some =
                List.of(
                        all,
                        all.in(List.of(State.FILED)),
                        all.in(List.of(State.REPORTED, State.FILED)),
                        all.saying("水果店"),
                        all.with("cyzx"),
                        all.at(Time.SOON));
        for (var by : List.of(DISPATCHER, member(Role.HANDLER, "cyzx", "N3"))) {
            for (var search : some) {
                var where = where(search, by, three.street);
                assertThat(new SearchTable(db, 1).page(where, CaseOrder.NEWEST, 0, 1))
                        .as(where.sql())
                        .isEqualTo(new SearchTable(db).page(where, CaseOrder.NEWEST, 0, 1));
            }
        }
    }

    private static Where where(CaseSearch search, StaffMember by, Street street) {
        var sight = Sight.of(by, street.district);
        return Where.of(search, new Where.Codes(null, null), sight, NOON);
    }

    @ParameterizedTest
    @EnumSource
    void findsByNumberPlaceAndWordsAsWritten(TestDatabase database) {
        var three = new Three(database.open());
        var all = CaseSearch.ALL;
        assertThat(three.found(all.saying(three.shop.toLowerCase(Locale.ROOT))))
                .containsExactly(three.shop);
        assertThat(three.found(all.saying("水果店"))).containsExactly(three.shop);
        assertThat(three.found(all.saying("文庙路 215 号"))).containsExactly(three.cover);
        assertThat(three.found(all.saying("100%占道_"))).containsExactly(three.lane);
        assertThat(three.found(all.saying("1%道"))).isEmpty();
        assertThat(three.found(all.saying("'; drop table grid_case"))).isEmpty();
        assertThat(three.street.book.find(three.lane, DISPATCHER)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonsCasesLeaveOutThoseReportedWithoutAName(TestDatabase database) {
        var three = new Three(database.open());
        assertThat(three.found(CaseSearch.ALL.by(List.of(2L)))).containsExactly(three.shop);
        assertThat(three.found(CaseSearch.ALL.by(List.of(1L, 2L))))
                .containsExactly(three.shop, three.cover);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatIsLateAndWhatSoonWillBe(TestDatabase database) {
        var three = new Three(database.open());
        three.street.cases.sweep(NOON);
        assertThat(three.found(CaseSearch.ALL.at(Time.LATE))).containsExactly(three.cover);
        three.street.moved(
                three.street.cases.find(three.cover).orElseThrow(),
                "2026-11-24T11:00",
                DESK,
                Verb.FILE,
                Verb.DISPATCH);
        assertThat(three.found(CaseSearch.ALL.at(Time.LATE))).isEmpty();
        three.street.cases.sweep(Street.at("2026-11-24T12:45"));
        assertThat(three.found(CaseSearch.ALL.at(Time.SOON))).containsExactly(three.cover);
        three.street.moved(
                three.street.cases.find(three.cover).orElseThrow(),
                "2026-11-24T12:50",
                CREW,
                Verb.HANDLE);
        assertThat(three.found(CaseSearch.ALL.at(Time.SOON))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pagesAndCounts(TestDatabase database) {
        var three = new Three(database.open());
        var book = three.street.book;
        var first = book.search(CaseSearch.ALL, 0, 2, DISPATCHER, NOON);
        assertThat(first.items())
                .extracting(GridCase::number)
                .containsExactly(three.lane, three.shop);
        assertThat(first.more()).isTrue();
        assertThat(first.count()).isEqualTo(3);
        var second = book.search(CaseSearch.ALL, 1, 2, DISPATCHER, NOON);
        assertThat(second.items()).extracting(GridCase::number).containsExactly(three.cover);
        assertThat(second.more()).isFalse();
        assertThat(book.search(CaseSearch.ALL, 600, 2, DISPATCHER, NOON).items()).isEmpty();
        assertThat(book.count(CaseSearch.ALL, 2, DISPATCHER, NOON)).isEqualTo(2);
        assertThat(book.count(CaseSearch.ALL, 9, DISPATCHER, NOON)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerSeesTheirAreasAndTheirDepartmentAlone(TestDatabase database) {
        var three = new Three(database.open());
        var officer = member(Role.HANDLER, null, "G2");
        assertThat(three.found(CaseSearch.ALL, officer)).containsExactly(three.lane);
        assertThat(three.found(CaseSearch.ALL.inArea("G1"), officer)).isEmpty();
        assertThat(three.found(CaseSearch.ALL.saying(three.shop), officer)).isEmpty();
        assertThat(three.street.book.find(three.shop, officer)).isEmpty();
        assertThat(three.street.book.find(three.lane, officer)).isPresent();
        var crew = member(Role.HANDLER, "cyzx");
        assertThat(three.found(CaseSearch.ALL, crew)).containsExactly(three.cover);
        var both = member(Role.HANDLER, "cyzx", "N3");
        assertThat(three.found(CaseSearch.ALL, both)).containsExactly(three.lane, three.cover);
        var gone = member(Role.HANDLER, null, "no longer an area");
        assertThat(three.found(CaseSearch.ALL, gone)).isEmpty();
        var nothing = member(Role.HANDLER, null);
        assertThat(three.found(CaseSearch.ALL, nothing)).isEmpty();
        assertThat(three.street.book.find(three.lane, nothing)).isEmpty();
        assertThat(three.street.book.count(CaseSearch.ALL, 9, nothing, NOON)).isZero();
        assertThat(three.street.book.tallies(CaseSearch.ALL, nothing, NOON)).isEmpty();
        var all = member(Role.HANDLER, null, "*");
        assertThat(three.found(CaseSearch.ALL, all)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aLeaderSeesTheirAreasAloneAndAVerifierTheirsIfTheyHaveAny(TestDatabase database) {
        var three = new Three(database.open());
        assertThat(three.found(CaseSearch.ALL, member(Role.LEADER, null, "G2")))
                .containsExactly(three.lane);
        assertThat(three.found(CaseSearch.ALL, member(Role.LEADER, null))).isEmpty();
        assertThat(three.found(CaseSearch.ALL, member(Role.LEADER, null, "*"))).hasSize(3);
        assertThat(three.found(CaseSearch.ALL, member(Role.VERIFIER, null, "G2")))
                .containsExactly(three.lane);
        assertThat(three.found(CaseSearch.ALL, member(Role.VERIFIER, null))).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void figuresAndPinsKeepToWhatAHandlerSees(TestDatabase database) {
        var three = new Three(database.open());
        var book = three.street.book;
        var officer = member(Role.HANDLER, null, "G2");
        assertThat(book.byState(CaseSearch.ALL, DISPATCHER, NOON))
                .isEqualTo(Map.of(State.REPORTED, 3L));
        assertThat(book.byState(CaseSearch.ALL, officer, NOON))
                .isEqualTo(Map.of(State.REPORTED, 1L));
        assertThat(book.tallies(CaseSearch.ALL, officer, NOON))
                .containsExactly(new Tally(LocalDate.parse("2026-11-24"), "N3", "E0405", 1));
        assertThat(book.tallies(CaseSearch.ALL, DISPATCHER, NOON)).hasSize(3);
        assertThat(book.count(CaseSearch.ALL, 9, officer, NOON)).isEqualTo(1);
        var place = three.street.district.placeAt(new Point(31.215, 121.485));
        var draft = new Draft("井盖没了", "C0102", place, List.of(), false, false);
        var pinned = three.street.cases.report(draft, 1, LI, Street.at("2026-11-24T11:00"));
        assertThat(book.pins(CaseSearch.ALL, 9, DISPATCHER, NOON))
                .extracting(Pin::number)
                .contains(pinned.number());
        assertThat(book.pins(CaseSearch.ALL, 9, officer, NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasTheIndexesOfTheTenthMigration(TestDatabase database) throws SQLException {
        var db = TestDatabase.dataSource(database.address());
        var names = new TreeSet<String>();
        try (var connection = db.getConnection()) {
            var metadata = connection.getMetaData();
            for (var table : List.of("grid_case", "person")) {
                var name =
                        metadata.storesUpperCaseIdentifiers()
                                ? table.toUpperCase(Locale.ROOT)
                                : table;
                try (var rows = metadata.getIndexInfo(null, null, name, false, true)) {
                    while (rows.next()) {
                        names.add(rows.getString("INDEX_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        assertThat(names)
                .containsAll(
                        Set.of(
                                "grid_case_area_category",
                                "grid_case_area_state",
                                "grid_case_department",
                                "person_phone"))
                .doesNotContain("grid_case_area");
    }
}
