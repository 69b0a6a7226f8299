package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.DangersFile;
import org.ximen.cases.Intake;
import org.ximen.dialogue.Rehearsal.Wish;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.settings.ConfigFile;

/** What first messages are for that sound like another thing. */
class WishTest {
    static final List<String> ASKED =
            List.of(
                    "狗证怎么办",
                    "物业费涨价要谁同意",
                    "物业费不交会怎样",
                    "垃圾不分类会怎么样",
                    "老年食堂星期天开吗",
                    "老年食堂怎么办卡",
                    "居住证怎么办",
                    "电动车上牌怎么办",
                    "养狗证过期了怎么办",
                    "加装电梯要几户签字同意",
                    "居委会周末上班吗",
                    "大林居委会换水表停水是哪天",
                    "一户人家能养几条狗",
                    "电动车推进电梯罚多少",
                    "在店里摔伤了骨折算工伤吗",
                    "旧空调应该怎么处理",
                    "小区里可以叫人来修剪树木吗",
                    "人工智能是什么");
    static final List<String> REPORTED =
            List.of(
                    "楼梯口堆了纸箱怎么办",
                    "楼上装修吵得睡不着怎么办",
                    "方斜路90号路灯不亮了怎么办",
                    "物业没经过大家同意就乱停车堵住大门，没人管",
                    "对面车子挡住大门，打电话没人接");

    private static final Intake INTAKE = intake();

    @ParameterizedTest
    @FieldSource("ASKED")
    void aQuestionAboutAThingOfTheReportsStaysAQuestion(String words) {
        assertThat(Rehearsal.wish(words, INTAKE)).isEqualTo(Wish.ASK);
    }

    @ParameterizedTest
    @FieldSource("REPORTED")
    void aTroubleToldAsAQuestionIsAReport(String words) {
        assertThat(Rehearsal.wish(words, INTAKE)).isEqualTo(Wish.REPORT);
    }

    private static Intake intake() {
        var config = Path.of("config");
        var district =
                new District(new ConfigFile<>(config.resolve("district.yaml"), DistrictFile.class));
        return new Intake(
                new ConfigFile<>(config.resolve("categories.yaml"), CategoriesFile.class),
                new ConfigFile<>(config.resolve("dangers.yaml"), DangersFile.class),
                district);
    }
}
