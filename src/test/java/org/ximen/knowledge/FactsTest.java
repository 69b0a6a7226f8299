package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ximen.validity.Dates;

class FactsTest {
    private static Map<String, String> facts(String text) {
        return Facts.of(text.lines().toList(), Map.of(), true).stream()
                .collect(Collectors.toMap(Fact::key, Fact::value));
    }

    @Test
    void readsWhatAnOfficialLetterSaysOfItself() {
        var text =
                """
                某府规〔2026〕7号
                各街道办事处：
                现印发给你们，请遵照执行。
                某市某区人民政府
                二〇二六年三月十二日
                第一条 根据《某市某条例》（某府发〔2019〕2号），制定本办法。
                第九条 本办法自2026年4月1日起施行，有效期5年。2021年3月1日公布的《某区旧办法》《某区更旧办法》同时废止。
                """;
        assertThat(facts(text))
                .containsOnly(
                        Map.entry("number", "某府规〔2026〕7号"),
                        Map.entry("issuer", "某市某区人民政府"),
                        Map.entry("published", "2026-03-12"),
                        Map.entry("effective", "2026-04-01"),
                        Map.entry("expires", "2031-03-31"),
                        Map.entry("supersedes", "《某区旧办法》《某区更旧办法》"));
    }

    @Test
    void keepsTheWordsItReadFrom() {
        var lines = List.of("发布日期：2026/3/2 来源：某局", "本通告自发布之日起施行，有效期至2026年12月31日。");
        assertThat(Facts.of(lines, Map.of(), true))
                .containsExactly(
                        new Fact("published", "2026-03-02", lines.get(0)),
                        new Fact("effective", "2026-03-02", lines.get(1)),
                        new Fact("expires", "2026-12-31", lines.get(1)));
    }

    @Test
    void readsWhenALawWasPassedAndAmended() {
        var law = "（2011年2月23日某市人大常委会第二十五次会议通过 根据2024年9月27日某市人大常委会第十六次会议修正）";
        assertThat(facts(law))
                .containsOnly(
                        Map.entry("published", "2011-02-23"), Map.entry("amended", "2024-09-27"));
    }

    @Test
    void believesNothingThatIsSaidOfAnotherText() {
        var text =
                """
                《某条例》自2024年1月1日起施行，请大家学习。
                居住证有效期至2027年5月1日的，不用换。
                按照某府发〔2019〕2号文件执行。
                根据《某规定》，旧卡停止使用。
                签注有效期1年，到期前三十日内续签。
                自2026年13月41日起施行。
                """;
        assertThat(facts(text)).isEmpty();
    }

    @Test
    void readsTheHeadOfAWebPage() {
        var named = Map.of("PubDate", "2026-03-02 10:00", "ContentSource", "某区房屋管理局");
        var facts = Facts.of(List.of("正文。"), named, false);
        assertThat(facts.stream().map(Fact::value)).containsExactly("2026-03-02", "某区房屋管理局");
        assertThat(facts.getFirst().words()).contains("PubDate");
    }

    @Test
    void readsDaysInChineseNumerals() {
        assertThat(Dates.read("二○二一年十二月三十一日")).hasToString("Optional[2021-12-31]");
        assertThat(Dates.read("2026 年 1 月 9 日")).hasToString("Optional[2026-01-09]");
        assertThat(Dates.read("二〇二六年二月三十日")).isEmpty();
    }

    @Test
    void takesADayForThatOfIssueByTheLabelsOfIssueAlone() {
        assertThat(facts("成文日期：2026年3月2日")).containsOnly(Map.entry("published", "2026-03-02"));
        assertThat(facts("签发日期：2026年3月2日")).isEmpty();
    }

    @Test
    void believesOfAnotherTextOnlyWhatIsIssuedWithIt() {
        assertThat(facts("现公布《某条例》，自2026年4月1日起施行。")).containsEntry("effective", "2026-04-01");
        assertThat(facts("某局签发的《某条例》自2026年4月1日起施行。")).isEmpty();
    }

    @Test
    void readsWhatATextDoesToOthersFromItsTitle() {
        var lines = List.of("修改《某规定》第三条。", "继续适用《某办法》的，照旧。");
        assertThat(OnOthers.of("关于修改发文规定的决定", lines))
                .extracting(Fact::key, Fact::value)
                .containsExactly(tuple("amends", "《某规定》"));
        assertThat(OnOthers.of("关于修订下发《某办法》的通知", lines)).isEmpty();
        assertThat(OnOthers.of("关于继续执行《某办法》的通知", List.of()))
                .extracting(Fact::key, Fact::value)
                .containsExactly(tuple("extends", "《某办法》"));
        assertThat(OnOthers.of("关于继续试行《某办法》的通知", List.of())).isEmpty();
    }

    @Test
    void leavesTheEditionOutOfATitle() {
        assertThat(Versions.plain("某条例（2016修正）")).isEqualTo("某条例");
        assertThat(Versions.plain("某条例（修改说明）")).isNotEqualTo("某条例");
    }
}
