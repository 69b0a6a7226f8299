package org.ximen.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ximen.cases.Occurrence;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.district.Point;
import org.ximen.settings.ConfigFile;
import org.ximen.topics.SpotClusters.Cluster;
import org.ximen.topics.SpotClusters.Located;

/** What is one spot, and what comes back there. */
class SpotClustersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final District DISTRICT =
            new District(new ConfigFile<>(Path.of("config", "district.yaml"), DistrictFile.class));

    private final List<Located> reports = new ArrayList<>();
    private final SpotReader reader = new SpotReader(DISTRICT);

    private void report(String who, int daysAgo, String place) {
        report(who, daysAgo, place, null, 0);
    }

    private void report(
            String who, int daysAgo, String place, @Nullable Point point, int reopenings) {
        var at = NOW.minus(Duration.ofDays(daysAgo));
        var number = "XM-" + reports.size();
        boolean known = !who.equals("HOTLINE");
        var one = new Occurrence(number, "E0110", null, place, point, who, known, at, reopenings);
        reports.add(new Located(one, reader.of(one)));
    }

    private List<Cluster> found() {
        return SpotClusters.of(reports);
    }

    @Test
    void aFewDoorsOfOneSideAreOneSpot() {
        report("li", 30, "方斜路55号门口");
        report("wang", 20, "方斜路59号");
        report("li", 10, "方斜路51号对面");
        assertThat(found())
                .singleElement()
                .satisfies(cluster -> {
                    assertThat(cluster.recurrence()).isEqualTo(new Recurrence(3, 2, 3, 0));
                    assertThat(cluster.middle().open()).isEqualTo("方斜路");
                    assertThat(cluster.middle().exact()).contains("单号一侧");
                });
    }

    @Test
    void theOtherSideAndTheOtherRoadAreNotJoined() {
        report("li", 30, "方斜路55号");
        report("wang", 20, "方斜路56号");
        report("zhao", 10, "方斜路58号");
        report("sun", 9, "大林路55号");
        report("qian", 8, "大林路57号");
        assertThat(found()).isEmpty();
    }

    @Test
    void noChainRunsAlongARoad() {
        for (int i = 0; i < 6; i++) {
            report("person " + i, 10 + i, "大吉路" + (1 + 8 * i) + "号");
        }
        assertThat(found()).allSatisfy(cluster -> assertThat(cluster.reports()).hasSizeLessThan(4));
    }

    @Test
    void aLaneAndAnEstateAreSpotsOfTheirOwn() {
        report("li", 30, "曹家街2弄3号");
        report("wang", 20, "曹家街2弄弄堂口");
        report("zhao", 10, "曹家街2弄");
        report("sun", 9, "曹家街2号");
        report("li", 30, "龙门邨12号");
        report("wang", 20, "龙门村33号楼下");
        report("zhao", 10, "龙门邨");
        assertThat(found())
                .extracting(cluster -> cluster.middle().open())
                .containsExactlyInAnyOrder("曹家街2弄", "龙门邨");
        assertThat(found()).allSatisfy(c -> assertThat(c.recurrence().cases()).isEqualTo(3));
    }

    @Test
    void pointsAloneAreJoinedWithinSixtyMetres() {
        report("li", 30, "文庙居委会范围内（定位）", new Point(31.2170, 121.4860), 0);
        report("wang", 20, "文庙居委会范围内（定位）", new Point(31.2173, 121.4860), 0);
        report("zhao", 10, "文庙居委会范围内（定位）", new Point(31.2168, 121.4861), 0);
        report("sun", 5, "文庙居委会范围内（定位）", new Point(31.2190, 121.4861), 0);
        assertThat(found()).singleElement().satisfies(c -> assertThat(c.reports()).hasSize(3));
    }

    @Test
    void oneAngryPersonIsNoTopic() {
        for (int i = 0; i < 10; i++) {
            report("li", i, "曹家街2弄");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void allOnOneDayAreNoTopicAndManyAtOnceOfOnePersonCountOnce() {
        report("li", 3, "曹家街2弄");
        report("wang", 3, "曹家街2弄");
        report("zhao", 3, "曹家街2弄");
        report("li", 9, "学前街40号");
        report("li", 9, "学前街40号");
        report("wang", 5, "学前街40号");
        assertThat(found()).isEmpty();
    }

    @Test
    void callersWhomNobodyKnowsAreOnePersonOfTheirSource() {
        report("HOTLINE", 9, "曹家街2弄");
        report("HOTLINE", 6, "曹家街2弄");
        report("HOTLINE", 3, "曹家街2弄");
        assertThat(found()).isEmpty();
        report("li", 2, "曹家街2弄");
        assertThat(found()).singleElement().satisfies(c -> assertThat(c.reports()).hasSize(4));
    }

    @Test
    void whatWasReopenedTwiceIsASignByItself() {
        report("li", 40, "曹家街2弄", null, 2);
        report("wang", 40, "学前街40号", null, 1);
        assertThat(found()).extracting(cluster -> cluster.middle().open()).containsExactly("曹家街2弄");
    }

    @Test
    void whatSaysNowhereIsNoSpot() {
        for (int i = 0; i < 5; i++) {
            report("person " + i, i, "楼道里");
            report("person " + i, i, "");
            report("person " + i, i, "文庙居委会");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void aBusyEstateHasThreeOfACommonKindByChance() {
        var all = new ArrayList<Located>();
        for (int i = 0; i < 3; i++) {
            report("person " + i, 10 + i, "龙门邨" + i + "号");
        }
        var cluster = found().getFirst();
        all.addAll(reports);
        assertThat(new ChanceModel(all).explains(cluster, "E0110")).isFalse();
        for (int i = 0; i < 40; i++) {
            all.add(other("E0110", "大吉路" + (100 + i) + "号"));
            all.add(other("C0137", i % 2 == 0 ? "龙门邨" + i + "号" : "黄家路" + i + "号"));
        }
        assertThat(new ChanceModel(all).explains(cluster, "E0110")).isTrue();
        assertThat(ChanceModel.atLeast(3, 1)).isCloseTo(0.0803, within(0.0001));
    }

    private Located other(String category, String place) {
        var one = new Occurrence("XM", category, null, place, null, "who", true, NOW, 0);
        return new Located(one, reader.of(one));
    }

    @Test
    void aWeekFarAboveItsOwnTwelveWeeksIsARise() {
        var week = new ArrayList<Occurrence>();
        for (int i = 0; i < 24; i++) {
            report("person " + i, 9 + 3 * i, "大吉路" + (100 + i) + "号");
        }
        reports.forEach(each -> week.add(each.report()));
        assertThat(StreetRise.of(week, NOW)).isEmpty();
        reports.clear();
        for (int i = 0; i < 12; i++) {
            report("crowd " + i, 1 + i % 5, "黄家路" + (20 * i + 1) + "号");
        }
        reports.forEach(each -> week.add(each.report()));
        assertThat(StreetRise.of(week, NOW))
                .hasValueSatisfying(rise -> {
                    assertThat(rise.median()).isEqualTo(2);
                    assertThat(rise.recurrence().cases()).isEqualTo(12);
                });
    }
}
