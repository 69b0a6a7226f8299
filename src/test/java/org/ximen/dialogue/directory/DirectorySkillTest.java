package org.ximen.dialogue.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Location;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

class DirectorySkillTest {
    private static final Sender WANG = new Sender("web", "wang");

    @ParameterizedTest
    @CsvSource({
        // a holiday, a Saturday worked in exchange, the usual Saturday, noon, the last minute
        "2026-10-02T02:00:00Z, 今天受理中心开吗, 今天（10月2日周五）不开（国庆节放假）。",
        "2026-10-10T02:00:00Z, 今天受理中心开伐, 今天（10月10日周六）开（调休上班）：9:00–17:00。现在开着。",
        "2026-10-17T02:00:00Z, 受理中心今天开吗, 今天（10月17日周六）开：9:00–11:30。现在开着。",
        "2026-11-23T04:01:00Z, 司法所现在开着吗, 现在没开，13:30 开。",
        "2026-11-23T08:59:00Z, 司法所今天几点关门, 现在开着。",
        "2026-11-23T09:00:00Z, 司法所今天几点关门, 现在已经关了。",
        "2026-09-28T02:00:00Z, 受理中心国庆开吗, 国庆节（10月1日周四至10月7日周三）不开。",
        "2026-09-28T02:00:00Z, 垃圾国庆几点能扔, 国庆节（10月1日周四至10月7日周三）照常开：7:00–9:00、18:00–20:00。",
        "2026-11-23T02:00:00Z, 受理中心元旦开吗, 2027年1月1日周五不开（元旦放假）。那时的放假安排还没有核对"
    })
    void theCalendarOfTheDayCounts(String now, String words, String expected) throws Exception {
        try (var street =
                new Street(TestDatabase.HSQLDB.open(), List.of(), new SettableClock(now))) {
            assertThat(say(street, words, null, null).text()).contains(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePointThatIsSentIsWhereTheNearestIsLookedForFrom(TestDatabase database)
            throws Exception {
        try (var street = new Street(database.open())) {
            var asked = say(street, "离我最近的小站在哪里", null, null);
            assertThat(asked.wish()).isEqualTo(Reply.Wish.LOCATION);
            var here = say(street, null, null, new Location(31.2136, 121.4822));
            assertThat(here.text()).startsWith("唐家湾小站（直线约 ").contains("文庙小站（直线约 ");
            assertThat(say(street, "周日开吗", null, null).text()).startsWith("唐家湾小站");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aButtonTellsTheFieldOfItsPlaceAndAnOldOneSaysSo(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            var asked = say(street, "公共厕所周日开吗", null, null);
            var toilet =
                    asked.choices().stream()
                            .filter(choice -> choice.label().equals("文庙小站厕所"))
                            .map(Choice::value)
                            .findFirst()
                            .orElseThrow();
            assertThat(say(street, null, toilet, null).text())
                    .startsWith("文庙小站厕所 11月29日周日开：8:00–20:00。");
            for (var wrong :
                    List.of(
                            "place:",
                            "place:x.PHONE",
                            "place:committee-003",
                            "place:committee-003.NONE")) {
                assertThat(say(street, null, wrong, null).text()).startsWith("这个按钮已经过期了");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotRegisteredBecomesAGapAndWhatIsToldDoesNot(TestDatabase database)
            throws Exception {
        try (var street = new Street(database.open())) {
            say(street, "派出所电话多少", null, null);
            say(street, "老年食堂在啥地方", null, null);
            street.gaps.sweep(street.clock.instant());
            assertThat(
                            street.db
                                    .client()
                                    .sql("select question from gap")
                                    .query(String.class)
                                    .list())
                    .containsExactly("派出所电话多少");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereOthersReadAlongNobodysOwnNeighbourhoodIsTold(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            say(street, "订阅 曹家街居委会", null, null);
            assertThat(say(street, "居委会电话", null, null).text()).startsWith("曹家街居委会");
            var manners = EnumSet.of(Manner.AWAITED, Manner.IN_PUBLIC);
            var id = UUID.randomUUID().toString();
            var incoming =
                    new Incoming(WANG, id, "居委会电话", null, null, List.of(), null, null, manners);
            var replies = street.dialogue.answer(incoming, street.clock.instant());
            assertThat(replies.getFirst().text()).startsWith("您问的是哪个居委会？");
        }
    }

    private static Reply say(
            Street street,
            @Nullable String words,
            @Nullable String choice,
            @Nullable Location location) {
        var incoming =
                Incoming.awaited(
                        WANG, UUID.randomUUID().toString(), words, choice, location, List.of());
        return street.dialogue.answer(incoming, street.clock.instant()).getFirst();
    }
}
