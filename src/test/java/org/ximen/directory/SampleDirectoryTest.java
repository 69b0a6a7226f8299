package org.ximen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.LabelModel;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

class SampleDirectoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ConfigFile<PlacesFile> FILE =
            new ConfigFile<>(Path.of("config", "places.yaml"), PlacesFile.class);
    private static final District DISTRICT =
            new District(new ConfigFile<>(Path.of("config", "district.yaml"), DistrictFile.class));
    private static final Directory DIRECTORY =
            new Directory(
                    FILE,
                    DISTRICT,
                    new WorkCalendar(
                            new ConfigFile<>(
                                    Path.of("config", "workdays.yaml"), WorkdaysFile.class)),
                    SharedEmbedder.INSTANCE);

    @Test
    void everyEntryCanBeUsedAndEveryNeighbourhoodHasItsCommittee() {
        var places = DIRECTORY.places(TODAY);
        assertThat(places).hasSize(FILE.get().places().size());
        var committees =
                places.stream()
                        .filter(place -> place.kind().equals("committee"))
                        .map(PlaceToGo::area)
                        .toList();
        var neighbourhoods =
                DISTRICT.areas().stream()
                        .filter(area -> area.kind() == Area.Kind.NEIGHBOURHOOD)
                        .map(Area::code)
                        .toList();
        assertThat(committees).containsExactlyElementsOf(neighbourhoods);
    }

    @Test
    void whatNobodyCheckedIsMarkedAndNoTelephoneIsInvented() {
        for (var place : DIRECTORY.places(TODAY)) {
            assertThat(place.isGuess() || place.source() != null).as(place.id()).isTrue();
            assertThat(place.isGuess() && place.phone() != null).as(place.id()).isFalse();
        }
    }

    @Test
    void theModelThatShipsIsOfTheExamplesThatShip() throws IOException {
        try (var in = FactReader.class.getResourceAsStream("facts.bin")) {
            assertThat(LabelModel.read(Objects.requireNonNull(in)).key())
                    .as("mvn -Ptrain test learns it anew")
                    .isEqualTo(FactExamples.key(SharedEmbedder.INSTANCE.model()));
        }
    }

    @Test
    void reportsRulesAndOtherPlacesAreNotAnswered() throws IOException {
        assertThat(lines("not-places.txt"))
                .allSatisfy(words ->
                        assertThat(DIRECTORY.ask(words, Whereabouts.UNKNOWN, TODAY)).isEmpty());
    }

    @Test
    void questionsOfWhereAndWhenAndWhoAreUnderstood() throws IOException {
        var asked = lines("asked-places.txt");
        var wrong =
                asked.stream()
                        .map(line -> line.split("\t"))
                        .filter(parts ->
                                !DIRECTORY
                                        .ask(parts[1], Whereabouts.UNKNOWN, TODAY)
                                        .map(PlaceFinding::facts)
                                        .equals(Optional.of(FactExamples.facts(parts[0]))))
                        .map(parts -> parts[1])
                        .toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo(asked.size() / 20);
    }

    @Test
    void whoHandlesATroubleIsNoQuestionOfAPlace() throws IOException {
        for (var words : lines("asked-who-handles.txt")) {
            assertThat(DIRECTORY.asksWhoHandles(words, TODAY)).as(words).isTrue();
            assertThat(DIRECTORY.ask(words, Whereabouts.UNKNOWN, TODAY)).as(words).isEmpty();
        }
        for (var words : List.of("井盖不见了", "路灯坏了好几天了", "押金谁来退", "孩子归谁", "楼上漏水归谁赔")) {
            assertThat(DIRECTORY.asksWhoHandles(words, TODAY)).as(words).isFalse();
        }
    }

    /** Of the lines that no example was written after, all but two near misses are read rightly. */
    @Test
    void howTheCasesOfTheStreetGoInNumbersIsUnderstood() throws IOException {
        var all = lines("asked-figures.txt");
        var wrong =
                all.stream()
                        .map(line -> line.split("\t"))
                        .filter(parts ->
                                DIRECTORY.asksForFigures(parts[1], TODAY) != parts[0].equals("yes"))
                        .map(parts -> parts[1])
                        .toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo(all.size() / 25);
    }

    @ParameterizedTest
    @CsvSource({
        "本月解决了多少件, 2026-11, 2026-11",
        "上个月垃圾的事办得怎么样, 2026-10, 2026-10",
        "十月份办了多少, 2026-10, 2026-10",
        "12月办了多少, 2025-12, 2025-12",
        "去年3月收了多少, 2025-03, 2025-03",
        "2025年12月份的办结率, 2025-12, 2025-12",
        "今年一共办了几件, 2026-01, 2026-12",
        "去年解决率多少, 2025-01, 2025-12",
        "上季度办了多少, 2026-07, 2026-09",
        "上半年办了多少件, 2026-01, 2026-06",
        "下半年办了多少件, 2026-07, 2026-12",
        "how did the street do in october, 2026-10, 2026-10"
    })
    void monthsAreReadAsTheyAreSaid(String words, String first, String last) {
        assertThat(DIRECTORY.months(words, TODAY))
                .contains(new AskedMonths(YearMonth.parse(first), YearMonth.parse(last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你们办结率多少", "一个月能办多少件", "11月3日报了几件", "几个月能办好", "三个月没人来"})
    void whatNamesNoMonthsLeavesThemOpen(String words) {
        assertThat(DIRECTORY.months(words, TODAY)).isEmpty();
    }

    @Test
    void whereAnArticleSaysThatSomethingIsDoneIsFound() {
        assertThat(DIRECTORY.office("补社保卡，带身份证到就近任意一个社区事务受理服务中心，全市通办。", TODAY))
                .get()
                .extracting(PlaceToGo::id)
                .isEqualTo("affairs-laoximen");
        for (var other : List.of("打110或者到派出所。", "先请居委会、物业去劝。", "到居委会申请。", "社区事务受理服务中心很忙。")) {
            assertThat(DIRECTORY.office(other, TODAY)).as(other).isEmpty();
        }
    }

    /** 文庙路 runs through two neighbourhoods, so the asker's own is not told instead. */
    @Test
    void aRoadOfSeveralNeighbourhoodsIsAskedAbout() {
        var caojia = DISTRICT.area("曹家街居委会").orElseThrow();
        var asker = Whereabouts.UNKNOWN.from(caojia, null);
        assertThat(DIRECTORY.ask("文庙路归哪个居委", asker, TODAY))
                .get()
                .isInstanceOf(PlaceFinding.FromWhere.class);
        assertThat(DIRECTORY.ask("我们这里归哪个居委", asker, TODAY))
                .get()
                .extracting(finding -> finding.places().getFirst().name())
                .isEqualTo("曹家街居委会");
    }

    @Test
    void whatWasJustSpokenOfGoesBeforeTheAskersOwn() {
        var caojia = DISTRICT.area("曹家街居委会").orElseThrow();
        var spoken = new Whereabouts.SpokenOf("committee-003", FactWanted.BELONGS);
        var asker = new Whereabouts(caojia, null, Optional.of(spoken));
        assertThat(DIRECTORY.ask("居委会电话", asker, TODAY))
                .get()
                .extracting(finding -> finding.places().getFirst().name())
                .isEqualTo("文庙居委会");
        assertThat(DIRECTORY.ask("大林路", asker, TODAY)).isEmpty();
    }

    private static List<String> lines(String name) throws IOException {
        try (var in = SampleDirectoryTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
