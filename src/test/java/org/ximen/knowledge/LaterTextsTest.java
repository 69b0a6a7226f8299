package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.db.Db;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** Texts about other texts, and checks by editors, over real files and databases. */
@SuppressWarnings("NullAway.Init") // each test opens them first
class LaterTextsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @TempDir Path home;
    private final SettableClock clock = new SettableClock("2030-01-01T00:00:00Z");
    private LuceneRetriever retriever;
    private Library library;
    private Db db;

    private void open(TestDatabase database) throws IOException {
        Files.createDirectories(home.resolve("knowledge"));
        db = database.open();
        retriever = new LuceneRetriever(home.resolve("index"), "pairs");
        again();
    }

    private void again() {
        library = new Library(home.resolve("knowledge"), db, retriever);
        refresh();
    }

    @AfterEach
    void close() throws IOException {
        if (retriever != null) {
            retriever.close();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(home.resolve("knowledge").resolve(name), text);
        refresh();
    }

    private void refresh() {
        library.refresh(clock.pass(Duration.ofSeconds(5)));
    }

    private Article article(String id) {
        return library.find(id).orElseThrow();
    }

    private Validity on(String id, String day) {
        return article(id).on(LocalDate.parse(day));
    }

    private void writeAll(boolean reversed, Map<String, String> texts) throws IOException {
        var files = new ArrayList<>(new TreeMap<>(texts).entrySet());
        if (reversed) {
            Collections.reverse(files);
        }
        for (var file : files) {
            write(file.getKey(), file.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepealEndsTheTextThatItNames(boolean repealFirst) throws IOException {
        open(TestDatabase.HSQLDB);
        writeAll(
                repealFirst,
                Map.of(
                        "a.txt",
                        """
                        关于印发《云杉镇小型工程管理办法（试行）》的通知
                        云府规〔2021〕3号
                        第一条 施工前缴押金五千元。
                        第二条 本办法自2022年1月1日起施行，有效期至2028年12月31日。
                        """,
                        "b.txt",
                        """
                        关于废止《云杉镇小型工程管理办法（试行）》的通知
                        各村居：
                        根据《某市规范性文件规定》，经研究，决定废止《云杉镇小型工程管理办法（试行）》（云府规〔2021〕3号）。
                        本通知自2026年1月22日起施行。
                        """));
        assertThat(article("a.txt").kind()).isEqualTo(Article.Kind.POLICY);
        assertThat(on("a.txt", "2026-01-21")).isEqualTo(Validity.CURRENT);
        assertThat(on("a.txt", "2026-01-22")).isEqualTo(Validity.REPEALED);
        assertThat(article("a.txt").last()).hasToString("2026-01-21");
        assertThat(on("b.txt", "2026-01-22")).isEqualTo(Validity.CURRENT);
        assertThat(report("b.txt").facts())
                .extracting(Fact::key, Fact::value)
                .contains(tuple("repeals", "《云杉镇小型工程管理办法（试行）》（云府规〔2021〕3号）"));
        Files.delete(home.resolve("knowledge/b.txt"));
        refresh();
        assertThat(on("a.txt", "2026-01-22")).isEqualTo(Validity.CURRENT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExtensionMovesTheEndOfTheTextThatItNames(boolean extensionFirst) throws IOException {
        open(TestDatabase.HSQLDB);
        writeAll(
                extensionFirst,
                Map.of(
                        "a.txt",
                        "云杉路街道加装电梯维保补贴办法\n第一条 每台每年补贴三千元。\n第二条 本办法自2023年7月1日起施行，有效期至2026年6月30日。",
                        "b.txt",
                        "关于延长《云杉路街道加装电梯维保补贴办法》有效期的通知\n经评估，《云杉路街道加装电梯维保补贴办法》有效期延长至2031年6月30日。\n本通知自2026年6月20日起施行。"));
        assertThat(on("a.txt", "2026-11-28")).isEqualTo(Validity.CURRENT);
        assertThat(article("a.txt").expires()).hasToString("2031-06-30");
        assertThat(on("a.txt", "2031-07-01")).isEqualTo(Validity.EXPIRED);
        assertThat(article("b.txt").expires()).isNull();
    }

    @Test
    void anExtensionMayCountFromTheOldEnd() throws IOException {
        open(TestDatabase.HSQLDB);
        write("a.txt", "云杉补贴办法\n第一条 补贴。\n第二条 本办法自2021年7月1日起施行，有效期5年。");
        write("b.txt", "关于《云杉补贴办法》继续施行的通知\n《云杉补贴办法》有效期延长5年。\n本通知自2026年6月20日起施行。");
        assertThat(article("a.txt").expires()).hasToString("2031-06-30");
    }

    @Test
    void anAmendmentAndAChangedLawAreReasonsToLook() throws IOException {
        open(TestDatabase.HSQLDB);
        write(
                "a.md",
                "---\nkind: policy\ntitle: 养犬\neffective: 2011-05-15\nchecked: 2026-03-01\nsource: 《云杉市养犬管理条例》（2016 修正）；《云杉市治安规定》\n---\n## 办证吗？\n养犬要办证。");
        write(
                "c.md",
                "---\nkind: guide\ntitle: 养猫\nchecked: 2026-10-01\nlaws:\n  - 云杉市养犬管理条例\n---\n## 办证吗？\n养猫不用办证。");
        write("b.txt", "关于修改《云杉市养犬管理条例》的决定\n一、将第三条改为：“……”。\n本决定自2026年9月1日起施行。");
        var due = library.due(TODAY);
        assertThat(due)
                .extracting(each -> each.article().id())
                .containsExactlyInAnyOrder("a", "b.txt");
        assertThat(DueArticle.reasons(article("a"), TODAY))
                .singleElement()
                .asString()
                .contains("关于修改《云杉市养犬管理条例》的决定", "2026-09-01");
        library.check("a", TODAY, "li", clock.instant());
        refresh();
        assertThat(DueArticle.reasons(article("a"), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCheckIsOfTheWordsThatWereRead(TestDatabase database) throws IOException {
        open(database);
        write("a.md", "---\nkind: guide\ntitle: 办证\n---\n## 几天办好？\n三天办好。");
        assertThat(Standing.of(article("a"), TODAY).shown()).isEmpty();
        library.check("a", TODAY, "li", clock.instant());
        library.check("a", TODAY, "wang", clock.instant());
        library.check("nothing", TODAY, "wang", clock.instant());
        refresh();
        assertThat(article("a").checked()).isEqualTo(new Article.Check(TODAY, "wang"));
        assertThat(Standing.of(article("a"), TODAY).shown()).isEqualTo("2026-11 核对");
        assertThat(Standing.of(article("a"), TODAY.plusYears(1)).shown()).isEqualTo("2026-11 核对");
        assertThat(Standing.of(article("a"), TODAY.plusDays(366)).shown()).isEqualTo("超过一年未核对");
        again();
        assertThat(article("a").checkedOn()).isEqualTo(TODAY);
        write("a.md", "---\nkind: guide\ntitle: 办证\n---\n## 几天办好？\n五天办好。");
        assertThat(article("a").checked()).isNull();
        assertThat(DueArticle.reasons(article("a"), TODAY)).containsExactly("还没有人核对过");
    }

    @Test
    void theEditorHearsWhatNobodyCouldRead() throws IOException {
        open(TestDatabase.HSQLDB);
        write("a.txt", "云杉楼组公约\n第一条 互相照应。\n第二条 本公约自居民会议表决之日起施行，有效期与本届居委会任期相同。");
        write("b.txt", "云杉停车办法\n第一条 停车收费。\n第二条 本办法自2026年1月1日起施行，有效期5年。");
        write("c.txt", "云杉证件办法\n第一条 证件有效期五年。\n第二条 本办法自2026年1月1日起施行。");
        assertThat(report("a.txt").warnings()).singleElement().asString().contains("没有读出日期");
        assertThat(report("b.txt").warnings()).isEmpty();
        assertThat(report("c.txt").warnings()).isEmpty();
        assertThat(article("c.txt").expires()).isNull();
    }

    private Import report(String file) {
        return library.imports().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleIsOneWhateverItsLetterIsCalled() {
        for (var number : List.of("沪府规〔2026〕2号", "穗府办规〔2021〕7号", "黄府规〔2025〕11号", "穗民规字〔2025〕2号")) {
            var text =
                    "关于做好救助工作的通知\n"
                            + number
                            + "\n各街道：\n救助标准另定。\n某市民政局\n2021年4月19日\n本通知自印发之日起施行，有效期5年。";
            var draft = Draft.of("通知.txt", text.getBytes(StandardCharsets.UTF_8), clock.instant());
            var article = MarkdownArticle.read("x", draft.markdown());
            assertThat(article.kind()).as(number).isEqualTo(Article.Kind.POLICY);
            assertThat(article.expires()).as(number).hasToString("2026-04-18");
        }
    }
}
