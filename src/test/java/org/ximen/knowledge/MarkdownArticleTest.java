package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownArticleTest {
    private static final String HEAD = "---\nkind: POLICY\ntitle: 养犬\n";

    @Test
    void readsTheHead() {
        var article =
                MarkdownArticle.read(
                        "dogs",
                        """
                        ---
                        kind: policy          # any case
                        title: "养犬：登记"
                        issuer: 市人大常委会
                        number: 公告第28号
                        audience: [resident, merchant]
                        areas: 文庙, 学前
                        effective: 2011-05-15
                        source: https://example.org/a?b=c#d
                        ---
                        正文。
                        """);
        assertThat(article.title()).isEqualTo("养犬：登记");
        assertThat(article.audience()).containsExactly(Audience.RESIDENT, Audience.MERCHANT);
        assertThat(article.areas()).containsExactly("文庙", "学前");
        assertThat(article.source()).isEqualTo("https://example.org/a?b=c#d");
        assertThat(article.on(LocalDate.of(2011, 5, 14))).isEqualTo(Validity.NOT_YET);
        assertThat(article.on(LocalDate.of(2011, 5, 15))).isEqualTo(Validity.CURRENT);
        assertThat(article.text()).isEqualTo("正文。");
    }

    @Test
    void countsOnItsLastDayAndNotAfter() {
        var article = MarkdownArticle.read("a", HEAD + "expires: 2026-06-30\n---\n正文。");
        assertThat(article.on(LocalDate.of(2026, 6, 30))).isEqualTo(Validity.CURRENT);
        assertThat(article.on(LocalDate.of(2026, 7, 1))).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void namesTheLineOfEveryMistake() {
        refuses("正文。", "第 1 行", "---");
        refuses(HEAD + "color: red\n---\n", "第 4 行", "color");
        refuses(HEAD + "published: 昨天\n---\n", "第 4 行", "published");
        refuses("---\nkind: LAW\ntitle: 法\n---\n", "第 2 行", "kind");
        refuses(HEAD + "audience: [resident, dogs]\n---\n", "第 4 行", "audience");
        refuses(HEAD + "title: 又一个\n---\n", "第 4 行", "两次");
        refuses(HEAD + "就这样\n---\n", "第 4 行", "就这样");
        refuses(HEAD, "缺少一行 ---");
        refuses("---\nkind: POLICY\n---\n正文。", "title");
        refuses(HEAD + "areas: [\n---\n正文。", "第 4 行第 9 列", "写法不对", "括号");
        refuses(HEAD + "areas: [文庙居委会\nissuer: 街道\n---\n", "第 4 行第 8 列", "写法不对");
        refuses(HEAD + "areas:\n- [甲, 乙]\n---\n", "第 5 行", "areas 只能写文字");
        refuses(HEAD + "issuer: \"街道\n---\n正文。", "第 4 行第 9 列", "引号");
        refuses(HEAD + "number: \"甲\" 乙\n---\n", "第 4 行", "写法不对");
        refuses(HEAD + "supersedes:\n- 甲\n- 乙\n---\n", "第 4 行", "只能写一个");
        refuses(HEAD + "- 甲\n---\n", "第 4 行", "写法不对");
        refuses("---\n只有字\n---\n", "第 2 行", "而不是“只有字”");
    }

    @Test
    void readsTheHeadAsYaml() {
        var article =
                MarkdownArticle.read(
                        "a",
                        """
                        ---
                        kind: notice
                        title: 'it''s'
                        number: 007
                        issuer: >
                          老西门
                          街道
                        audience: []
                        areas:
                          - 文庙居委会
                          - '文庙, 学前'
                        source:
                        # 就这些
                        ---
                        正文。
                        """);
        assertThat(article.title()).isEqualTo("it's");
        assertThat(article.number()).isEqualTo("007");
        assertThat(article.issuer()).isEqualTo("老西门 街道");
        assertThat(article.audience()).isEmpty();
        assertThat(article.areas()).containsExactly("文庙居委会", "文庙, 学前");
        assertThat(article.source()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "通知: 关于养犬",
                "[紧急] 停水",
                "@西门小助",
                "*重要* 通知",
                "100%",
                "%折扣",
                "关于：养犬",
                "- 养犬",
                "! 注意",
                "结尾有冒号:",
                "it's: 'b'",
                "{甲}",
                "> 甲"
            })
    void aTitleMayHoldWhatYamlWouldWantInQuotes(String title) {
        var head = "---\nkind: FAQ\ntitle: " + title + "   # 注\n---\n正文。";
        assertThat(MarkdownArticle.read("a", head).title()).isEqualTo(title);
    }

    private static void refuses(String markdown, String... parts) {
        assertThatThrownBy(() -> MarkdownArticle.read("a", markdown))
                .isInstanceOf(BadArticle.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void keepsTheHeadingsAboveEachPart() {
        var article =
                MarkdownArticle.read(
                        "a",
                        HEAD
                                + """
                                ---
                                # 养犬
                                总的说。
                                ## 第二章 登记
                                第十一条 饲养满三个月的犬只，应当登记。

                                未经登记，不得饲养。

                                第十二条 个人养犬的条件。
                                ### 附则
                                - 一
                                - 二
                                """);
        assertThat(article.sections().stream().map(Article.Section::path))
                .containsExactly(
                        List.of(),
                        List.of("第二章 登记", "第十一条"),
                        List.of("第二章 登记", "第十二条"),
                        List.of("第二章 登记", "附则"));
        assertThat(article.sections().get(1).text()).isEqualTo("饲养满三个月的犬只，应当登记。\n未经登记，不得饲养。");
        assertThat(article.sections().getLast().text()).isEqualTo("· 一\n· 二");
    }

    @Test
    void keepsWhatElsePeopleAskApartFromTheWords() {
        var article =
                MarkdownArticle.read(
                        "a",
                        """
                        ---
                        kind: FAQ
                        title: 补卡
                        ---
                        ## 卡丢了怎么补
                        带身份证到受理中心。

                        <!-- 也这样问
                        我妈的卡寻勿着了

                          补卡带啥
                        -->

                        ## 多久能拿到
                        三天。

                        <!-- 数字待核对 -->
                        """);
        assertThat(article.sections().getFirst().questions()).containsExactly("我妈的卡寻勿着了", "补卡带啥");
        assertThat(article.sections().getFirst().text()).isEqualTo("带身份证到受理中心。");
        assertThat(article.sections().getLast().questions()).isEmpty();
        assertThat(Splitter.passages(article).getFirst().texts())
                .containsExactly("补卡 卡丢了怎么补\n带身份证到受理中心。", "我妈的卡寻勿着了", "补卡带啥");
    }

    @Test
    void takesQuestionHeadingsAsQuestions() {
        var article = MarkdownArticle.read("a", HEAD + "---\n## 狗证怎么办？\n到窗口。\n## 其他\n无。");
        assertThat(Splitter.passages(article).stream().map(Passage::question))
                .containsExactly("狗证怎么办？", null);
    }

    @Test
    void showsArticlesWithoutAnythingThatRuns() {
        var article =
                MarkdownArticle.read(
                        "a",
                        HEAD
                                + """
                                ---
                                # 养犬
                                <script>alert(1)</script>

                                <img src=x onerror=alert(1)> [坏](javascript:alert(1)) [好](https://example.org/)

                                | 甲 | 乙 |
                                |---|---|
                                | 1 | 2 |
                                """);
        assertThat(Pages.html(article))
                .doesNotContain("<script", "<img", "href=\"javascript", "<h1")
                .contains("<td>1</td>", "href=\"https://example.org/\"", "noopener");
        assertThat(article.text()).doesNotContain("alert", "<");
    }

    @Test
    void showsNoRemarkThatIsWrittenForTheSearchAlone() throws IOException {
        try (var files = Files.walk(Path.of("knowledge/policies"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                var article = MarkdownArticle.read("a", Files.readString(file));
                assertThat(Pages.html(article))
                        .as("%s", file)
                        .doesNotContain("也这样问", "&lt;!--", "--&gt;");
            }
        }
        var inline = MarkdownArticle.read("a", HEAD + "---\n到窗口<!-- 待核 -->办。");
        assertThat(Pages.html(inline)).contains("到窗口办。");
    }

    @Test
    void readsSinceWhenItIsCheckedAndWhatItAnswers() {
        var article =
                MarkdownArticle.read(
                        "a",
                        """
                        ---
                        kind: policy
                        title: 养犬
                        checked: 2026-11-28
                        checked-by: 王老师
                        amended: 2016-02-23
                        laws: 《上海市养犬管理条例》；《中华人民共和国治安管理处罚法》
                        questions:
                          - 狗叫了一夜，哪能办
                          - 遛狗不牵绳罚多少？
                        ---

                        ## 一户能养几条？

                        一户能养一条。
                        """);
        assertThat(article.checked())
                .isEqualTo(new Article.Check(LocalDate.of(2026, 11, 28), "王老师"));
        assertThat(article.amended()).isEqualTo(LocalDate.of(2016, 2, 23));
        assertThat(article.laws()).containsExactly("《上海市养犬管理条例》", "《中华人民共和国治安管理处罚法》");
        assertThat(article.questions()).containsExactly("狗叫了一夜，哪能办", "遛狗不牵绳罚多少？");
        var moved = FrontMatter.set("expires", "2030-01-01", article.markdown());
        assertThat(MarkdownArticle.read("a", moved).questions()).isEqualTo(article.questions());
    }
}
