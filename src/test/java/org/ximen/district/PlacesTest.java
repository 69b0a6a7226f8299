package org.ximen.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.settings.ConfigFile;

/** Places in words, on the street that ships. */
class PlacesTest {
    private static final DistrictFile FILE =
            new ConfigFile<>(Path.of("config/district.yaml"), DistrictFile.class).get();

    private final District district = new District(() -> FILE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s垃圾没人收",
                "垃圾没人收，在%s",
                "我是安徽人，%s有人遛狗不牵绳罚多少",
                "遛狗不牵绳罚多少 %s",
                "你好，%s路灯不亮，谢谢",
                "%s\n救命",
            })
    void anyRoadOfTheStreetIsFoundWhereverItIsNamed(String sentence) {
        for (var road : FILE.roads()) {
            var found = district.placesIn(sentence.formatted(road.name()));
            assertThat(found).as(road.name()).isNotEmpty();
            assertThat(found.getFirst().address().names()).containsExactly(road.name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "人民路 100号垃圾没人收|人民路 100号|HOUSE",
                "大吉路三十弄有人养鸡|大吉路三十弄|HOUSE",
                "文廟路215號門口有人擺攤|文廟路215號門口|HOUSE",
                "西藏南路复兴东路口红灯坏了|西藏南路复兴东路口|CROSSING",
                "复兴东路凝和路口共享单车堆得走不了|复兴东路凝和路口|CROSSING",
                "大境路和露香园路交叉口灯不亮|大境路和露香园路交叉口|CROSSING",
                "方浜中路整条马路都没灯|方浜中路|ROAD",
                "老西门地铁站3号口有人晕倒|老西门地铁站3号口|HOUSE",
                "我在文庙路215号楼顶|文庙路215号楼顶|HOUSE",
                "不是大兴街，是大林路|大林路|ROAD",
                "大兴街改成大林路|大林路|ROAD",
                "也是园门口地砖缺一块|也是园门口|AREA",
                "堵在我家楼下|我家楼下|RELATIVE",
                "在楼道里|楼道里|RELATIVE",
                "我们小区门口|我们小区门口|RELATIVE",
                "黄家阙路45号做电镀的|黄家阙路45号|HOUSE",
                "大林路8号门口下水道堵了|大林路8号门口|HOUSE",
                "文庙路20号后门下水管裂了|文庙路20号后门|HOUSE",
                "复兴东路跟西藏南路那个路口积水|复兴东路跟西藏南路那个路口|CROSSING",
                "中华路和大林路的那个口子上有个坑|中华路和大林路的那个口子上|CROSSING",
                "大境路,靠近人民路那个路口，墙皮掉下来|大境路,靠近人民路那个路口|CROSSING",
                "梦花街，近文庙路的台阶松了|梦花街，近文庙路|CROSSING",
                "门牌号352号|352号|RELATIVE",
                "门牌是5号2楼|5号2楼|RELATIVE",
                "大吉路30弄 几号我不晓得|大吉路30弄|HOUSE",
                "凝和路29弄8号302|凝和路29弄8号302|HOUSE",
                "长乐路31弄5号灯不亮|长乐路31弄5号|HOUSE",
                "永和路5号门口|永和路5号门口|HOUSE",
                "去望云路5号门口|望云路5号门口|HOUSE",
                "地址改成金坛路60号|金坛路60号|HOUSE",
                "应该是安澜路7弄|安澜路7弄|HOUSE",
            })
    void readsPlacesWithTheirEvidence(String text, String place, Evidence evidence) {
        var found = district.placesIn(text).getFirst();
        assertThat(found.place().text()).isEqualTo(place);
        assertThat(found.evidence()).isEqualTo(evidence);
        assertThat(text.substring(found.from(), found.to())).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "there is trash at 212 Wenmiao Rd|212 Wenmiao Rd|文庙路212号|HOUSE",
                "Lane 62, No. 5, Menghua Lu smells of gas|Lane 62, No. 5, Menghua Lu|梦花街62弄5号|HOUSE",
                "wen miao lu 12号 laji|wen miao lu 12号|文庙路12号|HOUSE",
                "wenmiaolu 12 hao|wenmiaolu 12 hao|文庙路12号|HOUSE",
                "noise near Wen Miao Road|Wen Miao Road|文庙路|ROAD",
                "corner of Wenmiao Road and Xueqian Street|corner of Wenmiao Road and Xueqian Street|文庙路学前街路口|CROSSING",
                "Menghua Street no. 56, please|Menghua Street no. 56|梦花街56号|HOUSE",
                "Menghua Street 56 is dirty|Menghua Street 56|梦花街56号|HOUSE",
                "on Wenmiao Road 5 bikes block the way|Wenmiao Road|文庙路|ROAD",
                "the third floor of 215 Wenmiao Road burns|third floor of 215 Wenmiao Road|文庙路215号3楼|HOUSE",
                "Room 301, Building 3, Lane 62, Menghua Street|Room 301, Building 3, Lane 62, Menghua Street|梦花街62弄3号楼301室|HOUSE",
                "Dalin Road 80, 2nd floor, flat 4|Dalin Road 80, 2nd floor, flat 4|大林路80号2楼4室|HOUSE",
                "in the stairwell of 12 Daxing Street|stairwell of 12 Daxing Street|大兴街12号楼梯间|HOUSE",
                "the bus stop on Shangwen Road|bus stop on Shangwen Road|尚文路公交站|ROAD",
                "it is no. 56|no. 56|56号|RELATIVE",
                "lane 62, number 5|lane 62, number 5|62弄5号|RELATIVE",
                "in the stairwell|stairwell|楼梯间|RELATIVE",
                "not at Daxing Street, at Dalin Road|Dalin Road|大林路|ROAD",
            })
    void aPlaceInOtherLettersIsFiledAsStaffWriteIt(
            String text, String said, String filed, Evidence evidence) {
        var found = district.placesIn(text).getFirst();
        assertThat(text.substring(found.from(), found.to())).isEqualTo(said);
        assertThat(found.place().text()).isEqualTo(filed);
        assertThat(found.evidence()).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "梦花街56号|56 Menghua Street",
                "梦花街62弄5号301室|room 301, no. 5, lane 62, Menghua Street",
                "文庙路学前街路口|crossing of Wenmiao Road and Xueqian Street",
                "西藏南路|Xizang South Road",
                "文庙居委会|Wenmiao neighbourhood",
            })
    void aFiledPlaceIsShownInEnglish(String filed, String english) {
        assertThat(district.inEnglish(filed)).contains(english);
    }

    @Test
    void aNameThatIsNotInTheConfigurationHasNoEnglish() {
        assertThat(district.inEnglish("黄家阙路45号")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there is no way out",
                "my phone does not work",
                "open 24-hours",
                "单车能停小区吗",
                "好几家公寓都在装修",
                "我说过他们不听",
                "没人在乎我",
                "一楼不肯",
                "哪些小区",
                "我好怕",
                "联系我打13800001111",
                "我是安徽人，居住证怎么办",
                "我河南来的",
                "有人民路过",
                "12月5号几点停水",
                "修马路修了三个月",
            })
    void readsNoPlaceWhereNoneIsSaid(String text) {
        assertThat(district.placesIn(text)).isEmpty();
    }

    @Test
    void numbersInCharactersAreTheSameAsInDigits() {
        var one = district.placesIn("大吉路三十弄二楼").getFirst().address().pieces();
        var two = district.placesIn("大吉路30弄2楼").getFirst().address().pieces();
        assertThat(one.stream().map(Address.Piece::value))
                .isEqualTo(two.stream().map(Address.Piece::value).toList())
                .containsExactly("30", "2");
    }

    @Test
    void noPlaceLiesOutsideItsText() {
        var random = new Random(11);
        var words =
                List.of(
                        "文庙路",
                        "学前街",
                        "口",
                        "12",
                        "弄",
                        "号",
                        "Ａ",
                        "Wen",
                        " miao",
                        " lu",
                        "１",
                        "😀",
                        "楼道",
                        "里",
                        "我家",
                        "，",
                        "\u200b",
                        "\n",
                        "對面",
                        "店",
                        "三十",
                        "-",
                        "the",
                        "corner of ",
                        "%",
                        "\u0301");
        for (int i = 0; i < 4000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(14); k > 0; k--) {
                text.append(words.get(random.nextInt(words.size())));
            }
            for (var span : district.placesIn(text.toString())) {
                assertThat(span.to()).isLessThanOrEqualTo(text.length());
                var said = text.substring(span.from(), span.to());
                assertThat(said).isNotBlank();
                if (said.chars().allMatch(Character::isIdeographic)) {
                    assertThat(span.place().text()).isEqualTo(said);
                }
            }
        }
    }

    @Test
    void aNameOfTheStreetIsNotTakenForAPlaceOutside() {
        assertThat(district.outsideIn("小西门居委会的灯坏了")).isEmpty();
        assertThat(district.outsideIn("豫园那边很吵").orElseThrow().name()).isEqualTo("豫园街道");
    }

    @Test
    void namesThatCollideAreTold() {
        assertThat(new PlaceReader(new Atlas(FILE), District.WORDS).collisions()).isEmpty();
        var twice =
                SampleDistrict.with(
                        new DistrictFile.Road(
                                "梦花街", List.of("文庙路", "城隍庙街"), List.of(), null, null));
        assertThat(new PlaceReader(new Atlas(twice), District.WORDS).collisions())
                .anyMatch(line -> line.contains("“文庙路”既是文庙路又是梦花街"))
                .anyMatch(line -> line.contains("“城隍庙街”里含有辖区外的地名“城隍庙”"));
    }
}
