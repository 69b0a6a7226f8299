package org.ximen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.district.Point;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SharedEmbedder;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

@ExtendWith(OutputCaptureExtension.class)
class DirectoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String WENMIAO = "310101019003";
    private static final District DISTRICT =
            new District(new ConfigFile<>(Path.of("config", "district.yaml"), DistrictFile.class));
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(
                    new ConfigFile<>(Path.of("config", "workdays.yaml"), WorkdaysFile.class));
    private static final String HEAD =
            """
            version: test
            kinds:
              - {id: station, name: 小站}
              - {id: market, name: 菜场, english: market}
            places:
            """;
    private static final String GOOD =
            """
              - {id: one, kind: market, name: 云杉菜场, address: 云杉路1号, phone: 021-63770000, area: "310101019003", at: [121.4864, 31.2175], host: 王师傅, checked: 2026-11-01, hours: {days: [{on: 每天, from: "06:00", to: "19:00"}]}}
            """;

    @TempDir Path folder;

    private ConfigFile<PlacesFile> file(String places) throws IOException {
        var path = folder.resolve("places.yaml");
        Files.writeString(path, HEAD + places);
        return new ConfigFile<>(path, PlacesFile.class);
    }

    private Directory directory(String places) throws IOException {
        return new Directory(file(places), DISTRICT, CALENDAR, SharedEmbedder.INSTANCE);
    }

    private static List<String> ids(Directory directory) {
        return directory.places(TODAY).stream().map(PlaceToGo::id).toList();
    }

    private static Optional<PlaceFinding> ask(Directory directory, String words) {
        return directory.ask(words, Whereabouts.UNKNOWN, TODAY);
    }

    @Test
    void eachFieldIsToldAsItStands() throws IOException {
        var market = directory(GOOD).find("one", TODAY).orElseThrow();
        assertThat(market.phone()).isEqualTo("021-63770000");
        for (var wanted :
                List.of(FactWanted.WHERE, FactWanted.PHONE, FactWanted.HOURS, FactWanted.WHO)) {
            assertThat(market.tells(wanted)).isTrue();
        }
        var span = new TimeSpan(LocalTime.of(6, 0), LocalTime.of(19, 0));
        var hours = Objects.requireNonNull(market.hours());
        assertThat(hours.on(LocalDate.of(2026, 10, 2), CALENDAR)).containsExactly(span);
    }

    @Test
    void aWrongEntryIsToldWithItsLineAndTheOthersStay(CapturedOutput output) throws IOException {
        var directory =
                directory(
                        GOOD
                                + """
                                  - {id: two, kind: market, name: 手机菜场, phone: 13800138000, checked: 2026-11-01}
                                  - {id: three, kind: market, name: 错字菜场, adress: 云杉路2号, checked: 2026-11-01}
                                  - id: four
                                    kind: market
                                    name: 错时菜场
                                    checked: 2026-11-01
                                    hours: {days: [{on: 礼拜六, from: "06:00", to: "19:00"}]}
                                  - {id: five, kind: market, name: 没核对菜场}
                                  - {id: six, kind: cinema, name: 电影院, checked: 2026-11-01}
                                  - {id: seven, kind: market, name: 外面菜场, area: "999", checked: 2026-11-01}
                                  - {id: one, kind: market, name: 又一个菜场, checked: 2026-11-01}
                                  - {id: nine, kind: market, name: 好菜场, checked: 2026-11-01}
                                """);
        assertThat(ids(directory)).containsExactly("one", "nine");
        assertThat(output.getOut())
                .contains("第 7 行：phone 只能写公开的固定电话或热线，不能写手机号码；这一条先不用，其余照常")
                .contains("第 8 行：不认识“adress”，是不是“address”")
                .contains("第 13 行：on 应写成 工作日、每天、周六、周二至周六、每月5日 或 每月第二个周六：礼拜六")
                .contains("第 14 行：要写 checked")
                .contains("six（电影院）：kinds 里没有 cinema")
                .contains("seven（外面菜场）：district.yaml 里没有区域 999")
                .contains("one（又一个菜场）：id 重复");
    }

    @Test
    void aChangedFileCountsAtOnce() throws IOException {
        var file = file(GOOD);
        var directory = new Directory(file, DISTRICT, CALENDAR, SharedEmbedder.INSTANCE);
        assertThat(ask(directory, "云杉菜场在哪里")).isPresent();
        Files.writeString(folder.resolve("places.yaml"), HEAD + GOOD.replace("云杉菜场", "桂花菜场"));
        assertThat(file.refresh()).isTrue();
        assertThat(ask(directory, "云杉菜场在哪里")).isEmpty();
        assertThat(ask(directory, "桂花菜场在哪里")).isPresent();
    }

    @Test
    void whatHasExpiredIsNotTold() throws IOException {
        var directory = directory(GOOD.replace("checked:", "expires: 2026-11-23, checked:"));
        assertThat(ask(directory, "云杉菜场电话")).isPresent();
        assertThat(directory.ask("云杉菜场电话", Whereabouts.UNKNOWN, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void twoOfOneNameAreAskedAbout() throws IOException {
        var directory =
                directory(
                        GOOD
                                + GOOD.replace("id: one", "id: two")
                                        .replace(WENMIAO, "310101019005")
                                        .replace("云杉路1号", "桂花路1号"));
        assertThat(ask(directory, "云杉菜场电话"))
                .get()
                .isInstanceOfSatisfying(
                        PlaceFinding.Which.class, which -> assertThat(which.options()).hasSize(2));
        assertThat(ask(directory, "文庙那边的云杉菜场电话"))
                .get()
                .isInstanceOfSatisfying(
                        PlaceFinding.Told.class,
                        told -> assertThat(told.places().getFirst().id()).isEqualTo("one"));
    }

    @Test
    void theNearestIsThatOfTheSameAreaThenByMetres() throws IOException {
        var directory =
                directory(
                        """
                          - {id: far, kind: station, name: 远站, at: [121.4900, 31.2300], checked: 2026-11-01}
                          - {id: near, kind: station, name: 近站, at: [121.4870, 31.2200], checked: 2026-11-01}
                          - {id: own, kind: station, name: 本站, area: "310101019003", checked: 2026-11-01}
                        """);
        assertThat(ask(directory, "离我最近的小站")).get().isInstanceOf(PlaceFinding.FromWhere.class);
        var here = Whereabouts.UNKNOWN.from(null, new Point(31.2175, 121.4866));
        assertThat(directory.ask("离我最近的小站", here, TODAY))
                .get()
                .extracting(finding -> finding.places().stream().map(PlaceToGo::id).toList())
                .isEqualTo(List.of("own", "near", "far"));
    }

    @Test
    void withoutTheFileNothingIsAnsweredUntilItIsThere() throws IOException {
        var path = folder.resolve("places.yaml");
        var file = ConfigFile.optional(path, PlacesFile.class, PlacesFile.EMPTY, "答不了");
        var directory = new Directory(file, DISTRICT, CALENDAR, SharedEmbedder.INSTANCE);
        assertThat(directory.places(TODAY)).isEmpty();
        for (var words : List.of("云杉菜场在哪里", "这一片归谁管", "电话多少", "附近有没有菜场")) {
            assertThat(ask(directory, words)).as(words).isEmpty();
        }
        assertThat(file.refresh()).isFalse();
        Files.writeString(path, HEAD + GOOD);
        assertThat(file.refresh()).isTrue();
        assertThat(ask(directory, "云杉菜场在哪里")).isPresent();
    }

    @Test
    void hoursThatNobodyCheckedAreMarkedBesideAnAddressThatWas() throws IOException {
        var place =
                directory(GOOD.replace("hours: {", "hours: {guess: true, "))
                        .find("one", TODAY)
                        .orElseThrow();
        assertThat(place.isGuess(FactWanted.CLOSES)).isTrue();
        assertThat(place.isGuess(FactWanted.WHERE)).isFalse();
    }

    @Test
    void hoursThatAllHaveAreToldOfAll() throws IOException {
        var two = GOOD.replace("id: one", "id: two").replace("云杉菜场", "桂花菜场");
        var other = two.replace("19:00", "20:00");
        assertThat(ask(directory(GOOD + two), "菜场几点关门"))
                .get()
                .isInstanceOf(PlaceFinding.Alike.class);
        assertThat(ask(directory(GOOD + other), "菜场几点关门"))
                .get()
                .isInstanceOf(PlaceFinding.Told.class);
    }

    @Test
    void whoUsesAPlaceAndForWhatNamesItTogether() throws IOException {
        var uses =
                HEAD.replace(
                        "{id: station, name: 小站}",
                        "{id: station, name: 小站, uses: [{by: [外卖员], wants: [歇脚]}]}");
        var path = folder.resolve("places.yaml");
        Files.writeString(
                path, uses + "  - {id: a, kind: station, name: 甲站, checked: 2026-11-01}\n");
        var directory =
                new Directory(new ConfigFile<>(path, PlacesFile.class), DISTRICT, CALENDAR, null);
        assertThat(ask(directory, "我是外卖员，哪里可以歇脚")).isPresent();
        assertThat(ask(directory, "哪里可以歇脚")).isEmpty();
        assertThat(ask(directory, "外卖员在哪里")).isEmpty();
    }

    @Test
    void whatIsNotInTheFileIsNotAnswered() throws IOException {
        var directory = directory(GOOD);
        for (var other : List.of("桂花菜场几点关门", "云杉游泳馆几点开门", "豫园菜场在哪里", "学校菜场在哪里", "几点开门")) {
            assertThat(ask(directory, other)).as(other).isEmpty();
        }
    }

    @Test
    void withoutAnEncoderTheSameIsUnderstood() throws IOException {
        var directory = new Directory(file(GOOD), DISTRICT, CALENDAR, null);
        assertThat(ask(directory, "云杉菜场几点关门"))
                .get()
                .extracting(PlaceFinding::wanted)
                .isEqualTo(FactWanted.CLOSES);
        assertThat(ask(directory, "云杉菜场要办什么证")).isEmpty();
    }
}
