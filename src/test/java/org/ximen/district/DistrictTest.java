package org.ximen.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictTest {
    private final District district = SampleDistrict.open();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "老西门这边办居住证要多久|办居住证要多久",
                "我们老西门街道的图书馆在哪|图书馆在哪",
                "在老西门哪里能修鞋|哪里能修鞋",
                "老西门街道办事处在哪里|老西门街道办事处在哪里",
                "老西门新苑几号楼有电梯|老西门新苑几号楼有电梯",
                "文庙路几点开门|文庙路几点开门",
                "Where is the canteen|where is the canteen",
            })
    void leavesOutTheNameOfTheStreetItself(String question, String rest) {
        assertThat(district.withoutStreet(question)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "文庙路学前街口有个窨井盖没了|文庙路学前街口|学宫街居委会",
                "文庙路/学前街的井盖松了|文庙路/学前街|学宫街居委会",
                "我住梦花街62弄三楼|梦花街62弄三楼|文庙居委会",
                "梦花街６２弄４号５０１室漏水|梦花街６２弄４号５０１室|文庙居委会",
                "文庙路２１５号门口堆满垃圾|文庙路２１５号门口|文庙居委会",
                "文廟路上有人擺攤|文廟路|文庙综合网格",
                "尚文路133弄4号楼道里|尚文路133弄4号楼道里|龙门邨居委会",
                "龙门村5号楼二楼堆物|龙门村5号楼二楼|龙门邨居委会",
                "中华路1200号对面盲道断了|中华路1200号对面盲道|",
                "孔庙门口有积水|孔庙门口|文庙居委会",
                "学宫街居委门口的坡道坏了|学宫街居委门口|学宫街居委会",
                "看看虹桥新路7弄4号|虹桥新路7弄4号|",
                "垃圾堆在黄陂路12号门口|黄陂路12号门口|",
                "晚上文庙路靠近学前街那一段没有路灯|文庙路靠近学前街那一段|学宫街居委会",
            })
    void findsTheMostSpecificPlace(String text, String place, String area) {
        var found = district.placeIn(text).orElseThrow();
        assertThat(found.text()).isEqualTo(place);
        assertThat(found.area() == null ? null : found.area().name()).isEqualTo(area);
    }

    @ParameterizedTest
    @ValueSource(strings = {"楼上半夜里还在装修", "修路修了三个月了", "马路上全是水", "走一条路就到", "", "😀"})
    void findsNoPlaceWhereNoneIsNamed(String text) {
        assertThat(district.placeIn(text)).isEmpty();
    }

    @Test
    void theStreetHasItsNameFromOnePlace() {
        var sample = SampleDistrict.file(List.of());
        assertThat(named("西门里街道", "西门里街道", sample).whole().name()).isEqualTo("西门里街道");
        assertThatThrownBy(() -> named("西门里街道", "老西门街道", sample))
                .hasMessageContainingAll("写了两处", "“西门里街道”", "“老西门街道”");
    }

    private static District named(String name, String again, DistrictFile sample) {
        var areas = new ArrayList<>(sample.areas());
        areas.set(0, areas.getFirst().called(again));
        var file =
                new DistrictFile(
                        sample.version(),
                        name,
                        sample.code(),
                        sample.centre(),
                        areas,
                        sample.roads(),
                        sample.estates(),
                        sample.landmarks(),
                        sample.outside(),
                        sample.departments(),
                        sample.emergency(),
                        sample.navigation());
        return new District(() -> file);
    }

    @Test
    void prefersTheHouseToTheRoad() {
        var found = district.placeIn("中华路上走过来，到文庙路12弄3号，再到学前街").orElseThrow();
        assertThat(found.text()).isEqualTo("文庙路12弄3号");
        assertThat(found.precise()).isTrue();
        assertThat(district.placeIn("文庙路井盖").orElseThrow().precise()).isFalse();
    }

    @Test
    void readsAnyTextWithoutFailing() {
        var random = new Random(7);
        var letters = "文庙路学前街口12弄号-、/的Ａa １😀龙门邨對面\u200b\n靠近楼\u0301";
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            district.placeIn(text.toString())
                    .ifPresent(place -> assertThat(text.toString()).contains(place.text()));
        }
    }

    @Test
    void readsALongTextFast() {
        var text = "一二三四五六七八九十文庙路的".repeat(20_000);
        long start = System.nanoTime();
        assertThat(district.placeIn(text)).isPresent();
        assertThat(district.placeIn("文庙路" + "1号".repeat(5000))).isPresent();
        assertThat(district.placeIn("文庙路的".repeat(1000) + "楼".repeat(1000))).isPresent();
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    @Test
    void knowsTheAreaOfAPoint() {
        assertThat(district.areaAt(new Point(31.215, 121.485)).orElseThrow().name())
                .isEqualTo("文庙居委会");
        assertThat(district.areaAt(new Point(31.5, 121.485))).isEmpty();
        assertThat(district.placeAt(new Point(31.212, 121.482)).text()).isEqualTo("文庙居委会范围内（定位）");
        assertThat(district.placeAt(new Point(31.21751, 121.48621)).text()).isEqualTo("上海文庙附近（定位）");
    }

    @Test
    void knowsAreasByCodeNameAndShortName() {
        for (var words : List.of("N1", "文庙居委会", "文庙居委", "文庙", "文庙居民区")) {
            assertThat(district.area(words).orElseThrow().code()).isEqualTo("N1");
        }
        assertThat(district.with(district.area("G1").orElseThrow()))
                .extracting(Area::code)
                .containsExactly("G1", "N1", "N2");
        assertThat(district.with(district.whole())).hasSize(6);
    }

    @Test
    void knowsWhatIsOutside() {
        assertThat(district.outsideIn("城隍庙那边很吵").orElseThrow().name()).isEqualTo("豫园街道");
        assertThat(district.outsideIn("文庙路很吵")).isEmpty();
    }

    @Test
    void refusesAnAreaWithoutAName() {
        var nameless = SampleDistrict.area("X", Area.Kind.GRID, "N1", "", List.of());
        assertThatThrownBy(() -> SampleDistrict.file(List.of(nameless)))
                .hasMessageContaining("区域 X 缺少 name");
    }

    @Test
    void refusesAnAreaBeforeItsParent() {
        var orphan = SampleDistrict.area("X", Area.Kind.GRID, "Y", "某网格", List.of());
        assertThatThrownBy(() -> SampleDistrict.file(List.of(orphan)))
                .hasMessageContaining("某网格")
                .hasMessageContaining("写在它前面");
    }

    @Test
    void refusesAnOutlineThatCrossesItself() {
        var bowTie =
                List.of(
                        List.of(121.0, 31.0),
                        List.of(121.1, 31.1),
                        List.of(121.1, 31.0),
                        List.of(121.0, 31.1));
        var area = SampleDistrict.area("X", Area.Kind.GRID, "N1", "某网格", bowTie);
        assertThatThrownBy(() -> SampleDistrict.file(List.of(area))).hasMessageContaining("不自交");
    }
}
