package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.meaning.Embedder;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.DuplicatePairs.Pair;
import org.ximen.understanding.PlaceFacts.Relation;

class DuplicateModelTest {
    private static final int KEPT = 2;
    private static final DistrictFile FILE =
            new ConfigFile<>(Path.of("config/district.yaml"), DistrictFile.class).get();

    private final District district = new District(() -> FILE);
    private final ReportReader reader = reader(null);

    private ReportReader reader(@Nullable Embedder embedder) {
        var messages = new MessageReader(null, district, new ReadingModels());
        return new ReportReader(district, embedder, messages);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWeightsThatShipAreThoseOfThePairs(boolean vectors) {
        var pairs = DuplicatePairs.read(reader(embedder(vectors)));
        var fitted = DuplicatePairs.fit(pairs.stream().filter(p -> p.third() < KEPT).toList());
        var refitted = new DuplicateModel(fitted, fitted);
        var shipped = new DuplicateModel();
        for (var pair : pairs) {
            assertThat(shipped.probability(pair.a(), pair.b()))
                    .isCloseTo(refitted.probability(pair.a(), pair.b()), within(0.02));
        }
    }

    @Test
    void mostPairsKeptForTheCheckAreToldRightly() {
        var pairs = DuplicatePairs.read(reader(SharedEmbedder.INSTANCE));
        var kept = pairs.stream().filter(pair -> pair.third() == KEPT).toList();
        long right = kept.stream().filter(this::isRight).count();
        assertThat(kept).hasSizeGreaterThan(80);
        assertThat(right).isGreaterThan(kept.size() * 4L / 5);
    }

    private boolean isRight(Pair pair) {
        return new DuplicateModel().same(pair.a(), pair.b(), pair.apart()) == pair.same();
    }

    private static @Nullable Embedder embedder(boolean vectors) {
        return vectors ? SharedEmbedder.INSTANCE : null;
    }

    @Test
    void afterThreeDaysItIsANewCase() {
        var report = reader.read("学宫街23号门口垃圾桶满了", null, "E0110");
        var model = new DuplicateModel();
        assertThat(model.same(report, report, Duration.ofHours(72))).isTrue();
        assertThat(model.same(report, report, Duration.ofHours(73))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "文庙路6号煤气味|文庙路16号煤气味|DIFFERENT",
                "大吉路三十弄有人养鸡|大吉路30弄养鸡|SAME",
                "小桃园街30弄装铁门|30弄小桃园街那个弄堂装了铁门|SAME",
                "龙门邨5号楼道|龙门村5号楼|SAME",
                "尚文路133弄5号|龙门邨5号|SAME",
                "文庙路垃圾满了|文庙路88号垃圾满了|WITHIN",
                "文庙路学前街口红灯坏了|学前街文庙路口信号灯不亮|SAME",
                "文庙路学前街口红灯坏了|文庙路梦花街口红灯坏了|DIFFERENT",
                "蓬莱公园东门|蓬莱公园西门|DIFFERENT",
                "老西门地铁站3号口|老西门地铁站1号口|DIFFERENT",
                "复兴东路海棠大厦楼下|海棠大厦下面|WITHIN",
                "文庙路215号|文庙门口|WITHIN",
                "楼道里没灯|梦花街没灯|UNKNOWN",
                "蓬莱路井盖没了|徽宁路井盖没了|DIFFERENT",
            })
    void placesAreComparedAsStructure(String one, String two, Relation relation) {
        assertThat(place(one, null).to(place(two, null))).isEqualTo(relation);
        assertThat(place(two, null).to(place(one, null))).isEqualTo(relation);
    }

    @Test
    void pointsCountWhereWordsDoNotTell() {
        var here = new Point(31.2150, 121.4850);
        var near = new Point(31.2151, 121.4851);
        var far = new Point(31.2250, 121.4850);
        assertThat(place("井盖没了", here).to(place("井盖没了", near))).isEqualTo(Relation.SAME);
        assertThat(place("井盖没了", here).to(place("井盖没了", far))).isEqualTo(Relation.DIFFERENT);
        assertThat(place("文庙路井盖没了", here).to(place("文庙路88号井盖没了", far)))
                .isEqualTo(Relation.DIFFERENT);
    }

    private PlaceFacts place(String text, @Nullable Point point) {
        var place = point == null ? null : new Place("", point, null, true);
        return reader.place(text, place).place();
    }

    @Test
    void theMatterIsTheTextWithoutItsPlace() {
        assertThat(reader.matter("学宫街23号门口垃圾桶满了没人倒")).isEqualTo("门口垃圾桶满了没人倒");
        assertThat(reader.matter("垃圾没人收，在文庙路12弄3号")).isEqualTo("垃圾没人收 在");
    }
}
