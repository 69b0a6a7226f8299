package org.ximen.readings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.district.District;
import org.ximen.district.SampleDistrict;

class MaskedWordsTest {
    private final District district = SampleDistrict.open();

    @ParameterizedTest
    @CsvSource({
        "文庙路215号垃圾没人收, 文庙路*号垃圾没人收",
        "文庙路二百一十五号302室漏水, 文庙路*号*室漏水",
        "梦花街三十弄5号楼3楼吵, 梦花街*弄*号楼*楼吵",
        "我叫张伟，电话13812345678, 我叫**，电话138********",
        "本人姓名李建国，楼道堵了, 本人姓名**，楼道堵了",
        "我姓欧阳，灯坏了, 我姓**，灯坏了",
        "我姓王，灯坏了, 我姓**，灯坏了",
        "我的名字是王小明，灯坏了, 我的名字是**，灯坏了",
        "小区名字是文庙坊，灯坏了, 小区名字是文庙坊，灯坏了",
        "证上名字是他的，能用吗, 证上名字是他的，能用吗",
        "身份证310101199001011234, 身份证***************",
        "我住302，隔壁吵, 我住*，隔壁吵",
        "打了12345没用，要不要打110, 打了12345没用，要不要打110",
        "等了3天还没人来, 等了3天还没人来",
        "地铁10号线老西门站, 地铁10号线老西门站"
    })
    void nothingIsLeftThatLeadsToAPersonOrADoor(String said, String kept) {
        assertThat(MaskedWords.of(said, district)).isEqualTo(kept);
    }

    @Test
    void aLongTextIsCutWithoutBreakingACharacter() {
        var kept = MaskedWords.of("长".repeat(499) + "😀", district);
        assertThat(kept).hasSize(499);
    }

    @Test
    void aModelReadsAnyNumberInPlaceOfAHiddenOne() {
        assertThat(MaskedWords.forLearning("文庙路*号，电话138********")).isEqualTo("文庙路1号，电话1");
    }
}
