package org.ximen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.knowledge.Article;
import org.ximen.testing.TestDatabase;

/** What editors write comes out as they wrote it, whatever they write. */
class FaqTest {
    @TempDir Path home;

    private Article published(TestDatabase database, Faq faq) {
        var lack = new Lack(database.open(), home, Optional.empty());
        lack.refused("wang", "问一件事");
        long gap = lack.only().id();
        lack.gaps.answer(gap, faq, true, lack.editor, lack.now);
        lack.office.library.refresh(lack.now);
        return lack.office.library.find("faq/gap-" + gap).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void isAnArticleWithItsSourceAndItsDates(TestDatabase database) {
        var first = LocalDate.parse("2026-12-01");
        var last = LocalDate.parse("2027-12-31");
        var article = published(database, new Faq("几点开饭", "十点半。", "https://a.cn/1#x", first, last));
        assertThat(article.title()).isEqualTo("几点开饭？");
        assertThat(article.kind()).isEqualTo(Article.Kind.FAQ);
        assertThat(article.issuer()).isEqualTo("老西门街道");
        assertThat(article.source()).isEqualTo("https://a.cn/1#x");
        assertThat(article.published()).isEqualTo("2026-11-23");
        assertThat(article.effective()).isEqualTo(first);
        assertThat(article.expires()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第三条 这一句不是法条",
                "# 不是标题",
                "---\nkind: policy\n---",
                "===\n***\n~~~",
                "- 一\n- 二\n+ 三",
                "1. 先登记\n2. 再领卡",
                "<script>alert(1)</script>",
                "[点这里](javascript:alert(1)) ![](x) `a` *b* _c_ | d | \\ &lt; &#60;",
                "    前面有空格\n\n\n隔了几行",
                "> 引用\n```\n代码\n```",
                "一行以两个空格结尾  \n下一行",
                "https://www.shanghai.gov.cn/a_b_c?x=1&y=2",
                "电话 021-63280000，邮箱 a@b.cn"
            })
    void saysWordForWordWhatWasWritten(String answer) {
        var article =
                published(
                        TestDatabase.HSQLDB,
                        new Faq("'问': #一件 ---事\n<b>", answer, "a'b: c", null, null));
        assertThat(article.title()).isEqualTo("'问': #一件 ---事 <b>？");
        assertThat(article.sections()).hasSize(1);
        assertThat(flat(article.text())).isEqualTo(flat(answer));
        assertThat(article.sections().getFirst().path()).singleElement().asString().endsWith("？");
    }

    private static String flat(String text) {
        return text.replace("第三条 ", "第三条：").replaceAll("\\s+", "");
    }

    @Test
    void refusesWhatCannotBeAnAnswer() {
        assertThatThrownBy(() -> new Faq(" \u200b", "答", null, null, null))
                .hasMessageContaining("请填写问题");
        assertThatThrownBy(() -> new Faq("问", "\n", null, null, null))
                .hasMessageContaining("请填写答复");
        assertThatThrownBy(() -> new Faq("问".repeat(101), "答", null, null, null))
                .hasMessageContaining("最多 100 个字，现在有 101 个");
        assertThatThrownBy(() -> new Faq("问", "答".repeat(3001), null, null, null))
                .hasMessageContaining("最多 3000 个字");
        var day = LocalDate.parse("2026-12-01");
        assertThatThrownBy(() -> new Faq("问", "答", null, day, day.minusDays(1)))
                .hasMessageContaining("失效日期不能早于生效日期");
    }
}
