package org.ximen.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Category;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

/** A year of a made-up street: twelve things that come back among 5,000 that do not. */
class PlantedTopicsTest {
    // Tuesday, 4:00 in Shanghai
    private static final Instant NIGHT = Instant.parse("2026-11-23T20:00:00Z");
    private static final int NOISE = 5_000;
    // One transaction each.
    private static final int PORTION = 250;
    private static final int DAYS = 365;
    private static final int PEOPLE = 900;

    private static final List<String> ROADS =
            List.of(
                    "学宫街", "曹家街", "小桃园街", "净土街", "大兴街", "大林路", "唐家湾路", "方斜路", "文庙路", "梦花街", "老道前街",
                    "学前街", "学西街", "庄家街", "西仓桥街", "尚文路", "吾园街", "黄家路", "永泰街", "徽宁路", "迎勋路", "静修路",
                    "大吉路", "蓬莱路", "中华路", "复兴东路", "河南南路", "方浜中路", "人民路", "大境路", "西藏南路");
    private static final List<String> ESTATES = List.of("龙门邨", "明日星城", "陆迎小区", "唐家湾小区");
    private static final List<String> SPOTS = List.of("", "", "门口", "对面", "楼下", "旁边");

    @TempDir Path home;

    private final Random random = new Random(20261123);

    /** What was planted: where, and of which category. */
    private record Planted(String open, String category) {}

    @ParameterizedTest
    @EnumSource
    void nearlyAllThatComesBackIsFoundAndLittleElse(TestDatabase database) {
        var office = new Office(database.open(), home);
        var codes = office.codeTable.categories().stream().map(Category::code).toList();
        var planted = new HashSet<Planted>();
        for (int from = 0; from < NOISE; from += PORTION) {
            office.db.run(() -> {
                for (int i = 0; i < PORTION; i++) {
                    report(office, noisePlace(), code(codes), random.nextInt(DAYS), person());
                }
            });
        }
        for (int i = 0; i < 12; i++) {
            planted.add(plant(office, i, codes.get(3 + 4 * i % codes.size())));
        }
        office.topics.sweep(NIGHT);
        var desk = office.hire(Role.DISPATCHER, home, NIGHT);
        var found =
                office.topics.desk().list(TopicState.CANDIDATE, desk).stream()
                        .map(topic -> new Planted(topic.place(), topic.category().code()))
                        .toList();
        long right = found.stream().filter(planted::contains).distinct().count();
        assertThat(planted).hasSize(12);
        assertThat((double) right / planted.size())
                .as("recall: planted %s, found %s", planted, found)
                .isGreaterThanOrEqualTo(.9);
        assertThat((double) right / found.size())
                .as("precision: planted %s, found %s", planted, found)
                .isGreaterThanOrEqualTo(.8);
        aSecondNightFindsTheSame(office, Set.copyOf(found));
    }

    private void aSecondNightFindsTheSame(Office office, Set<Planted> found) {
        var next = NIGHT.plus(Duration.ofHours(24));
        office.topics.sweep(next);
        var desk = office.hire(Role.DISPATCHER, home, next);
        var again = office.topics.desk().list(TopicState.CANDIDATE, desk);
        assertThat(again)
                .extracting(topic -> new Planted(topic.place(), topic.category().code()))
                .allMatch(found::contains);
    }

    /** Some categories are common, most are rare. */
    private String code(List<String> codes) {
        int nth = (int) (codes.size() * Math.pow(random.nextDouble(), 2.2));
        return codes.get(nth);
    }

    private int person() {
        return random.nextInt(PEOPLE);
    }

    private String noisePlace() {
        var road = any(ROADS);
        return switch (random.nextInt(20)) {
            case 0 -> any(ESTATES) + random.nextInt(1, 60) + "号";
            case 1 -> road;
            case 2, 3, 4, 5, 6 -> road + random.nextInt(1, 300) + "弄" + random.nextInt(1, 20) + "号";
            default -> road + random.nextInt(1, 400) + "号" + any(SPOTS);
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Three to eight cases of some people within the last 80 days. */
    private Planted plant(Office office, int nth, String category) {
        var road = ROADS.get(2 * nth);
        int number = 20 + 10 * nth;
        int cases = 3 + nth % 6;
        int first = 5 + random.nextInt(20);
        for (int i = 0; i < cases; i++) {
            int day = first + 7 * i;
            report(office, plantedPlace(nth, road, number, i), category, day, 5_000 + i % 3);
        }
        return new Planted(
                nth % 3 == 0 ? road + number + "弄" : nth == 11 ? "明日星城" : road, category);
    }

    private String plantedPlace(int nth, String road, int number, int i) {
        if (nth == 11) {
            return "明日星城" + (3 + 2 * i) + "号楼";
        }
        return nth % 3 == 0
                ? road + number + "弄" + (i % 2 == 0 ? "弄堂口" : (1 + i) + "号")
                : road + (number + 2 * (i % 4)) + "号" + any(SPOTS);
    }

    private static void report(
            Office office, String place, String category, int daysAgo, int person) {
        var where = office.district.placeIn(place).orElseThrow();
        var draft = new Draft(place + "有问题", category, where, List.of(), false, false);
        var at = NIGHT.minus(Duration.ofDays(daysAgo)).minus(Duration.ofHours(6));
        office.cases.report(draft, person, new Sender("pigeon", "p" + person), at);
    }
}
