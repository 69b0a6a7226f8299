package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.documents.Pdf;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** Files of every kind in the watched folder. */
@SuppressWarnings("NullAway.Init") // each test opens them first
class ImportsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir Path home;
    private final SettableClock clock = new SettableClock("2030-01-01T00:00:00Z");
    private Path folder;
    private LuceneRetriever retriever;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(home.resolve("knowledge"));
        retriever = new LuceneRetriever(home.resolve("index"), "pairs");
        library = new Library(folder, TestDatabase.HSQLDB.open(), retriever);
    }

    @AfterEach
    void close() throws IOException {
        retriever.close();
    }

    private void refresh() {
        library.refresh(clock.pass(Duration.ofSeconds(5)));
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private Import report(String file) {
        return library.imports().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private String ask(String question, LocalDate day) {
        var answers =
                new Answers(
                        library,
                        retriever,
                        null,
                        new Dictionary(() -> new SynonymsFile(List.of())));
        return answers.answer(question, Asker.of(Audience.RESIDENT), day)
                        instanceof Answered answered
                ? answered.text()
                : "";
    }

    @Test
    void answersFromFilesOfEveryKind() throws IOException {
        Files.write(
                folder.resolve("faq.csv"),
                "问题,答案\n蛋糕房哪天休息？,每周三休息。\n".getBytes(Charset.forName("GBK")));
        write("faq.txt", "问：面包房哪天休息？\n答：每周四休息。");
        write("faq.html", "<h1>面店问答</h1><h2>面店哪天休息？</h2><p>每周五休息。</p>");
        write("faq.html.yaml", "kind: FAQ\ntitle: 面店\n");
        Files.write(
                folder.resolve("rule.pdf"),
                new Pdf().title("汤圆补贴办法").paragraph("第一条　汤圆店每年补贴三千元，由街道发放。").bytes());
        refresh();
        assertThat(ask("蛋糕房哪天休息", TODAY)).isEqualTo("每周三休息。〔1〕");
        assertThat(ask("面包房哪天休息", TODAY)).isEqualTo("每周四休息。〔1〕");
        assertThat(ask("面店哪天休息", TODAY)).isEqualTo("每周五休息。〔1〕");
        assertThat(ask("汤圆店每年补贴多少钱", TODAY)).contains("三千元");
        assertThat(library.find("faq.html").orElseThrow().title()).isEqualTo("面店");
        assertThat(report("faq.csv").state()).isEqualTo(Import.State.CLEANED);
        assertThat(report("faq.csv").shown()).isEqualTo("faq.csv 清理后收录《faq》：文字是 GB18030 编码，已转换");
        assertThat(report("rule.pdf").facts()).contains(new Fact("kind", "POLICY", "标题 汤圆补贴办法"));
    }

    @Test
    void followsTheFileBesideADocument() throws IOException {
        write("a.txt", "某街道某某规定\n发布日期：2026年3月1日\n第一条 本规定自2026年4月1日起施行。");
        refresh();
        assertThat(library.find("a.txt").orElseThrow().effective()).hasToString("2026-04-01");
        assertThat(report("a.txt").facts().stream().map(Fact::key))
                .containsExactly("title", "kind", "published", "effective");

        var beside = write("a.txt.yaml", "effective: 2026-05-01\nissuer: 某街道办事处");
        refresh();
        var article = library.find("a.txt").orElseThrow();
        assertThat(article.effective()).hasToString("2026-05-01");
        assertThat(article.issuer()).isEqualTo("某街道办事处");
        assertThat(article.published()).hasToString("2026-03-01");
        assertThat(report("a.txt").facts().stream().map(Fact::key)).doesNotContain("effective");

        Files.writeString(beside, "effective: bald\n");
        refresh();
        assertThat(report("a.txt").warnings().getFirst()).contains("a.txt.yaml 第 1 行", "日期");
        assertThat(report("a.txt").kept()).isTrue();
        Files.delete(beside);
        refresh();
        assertThat(library.find("a.txt").orElseThrow().effective()).hasToString("2026-04-01");
    }

    @Test
    void aBadFileStopsNoOther() throws IOException {
        write("a.pdf", "%PDF-1.7 broken");
        write("b.docx", "broken");
        write("c.doc", "old");
        write("d.md", "---\nkind: FAQ\n");
        write("e.md", "---\nkind: GUIDE\ntitle: 深\n---\n" + ">".repeat(100_000) + "深");
        write("f.csv", "问题,答案\n蛋糕房哪天休息？,每周三休息。\n");
        var secret = Files.writeString(home.resolve("secret.txt"), "内部口令\n口令是一二三。");
        Files.createSymbolicLink(folder.resolve("g.txt"), secret);
        Files.createSymbolicLink(folder.resolve("h"), home);
        refresh();
        assertThat(ask("蛋糕房哪天休息", TODAY)).isEqualTo("每周三休息。〔1〕");
        assertThat(report("a.pdf").warnings().getFirst()).contains("损坏");
        assertThat(report("b.docx").warnings().getFirst()).contains("打不开");
        assertThat(report("c.doc").warnings().getFirst()).contains("另存为 .docx");
        assertThat(report("d.md").warnings().getFirst()).contains("---");
        assertThat(report("g.txt").warnings()).containsExactly("指向资料文件夹外面，没有打开");
        assertThat(library.list().stream().map(Article::id))
                .doesNotContain("g.txt", "h/secret.txt");
        assertThat(library.list().stream().map(Article::text)).noneMatch(t -> t.contains("口令"));
    }

    @Test
    void aNewerRuleReplacesTheOneItAbolishesAndTheOlderOfItsName() throws IOException {
        write("policies/1.txt", "蛋糕补贴办法\n第一条 蛋糕店每年补贴一百元。\n第二条 本办法自2017年1月1日起施行。");
        write("policies/2.txt", "蛋糕补贴办法（2020年修订）\n第一条 蛋糕店每年补贴二百元。\n第二条 本办法自2020年1月1日起施行。");
        write("policies/3.txt", "面点补贴规定\n第一条 面点店每年补贴三百元。\n第二条 本规定自2026年1月1日起施行，《蛋糕补贴办法》同时废止。");
        write("policies/4.txt", "蛋糕补贴办法\n第一条 蛋糕店每年补贴九百元。\n第二条 本办法自2018年1月1日起施行。");
        write("policies/4.txt.yaml", "areas: [别处]");
        refresh();
        assertThat(replaced("1.txt")).hasToString("2020-01-01");
        assertThat(replaced("2.txt")).hasToString("2026-01-01");
        assertThat(replaced("3.txt")).isNull();
        assertThat(replaced("4.txt")).hasToString("2026-01-01");
        assertThat(library.find("policies/2.txt").orElseThrow().on(LocalDate.of(2021, 1, 1)))
                .isEqualTo(Validity.CURRENT);
    }

    private @Nullable LocalDate replaced(String file) {
        return library.find("policies/" + file).orElseThrow().later().replacedFrom();
    }

    @Test
    void aRuleDoesNotReplaceTheLaterOneOfTheSameName() throws IOException {
        write("policies/old.txt", "蛋糕办法\n第一条 旧。\n第二条 本办法自2017年1月1日起施行，1999年的《蛋糕办法》同时废止。");
        write("policies/new.txt", "蛋糕办法\n第一条 新。\n第二条 本办法自2026年1月1日起施行，《蛋糕办法》同时废止。");
        write(
                "policies/later.md",
                "---\nkind: NOTICE\ntitle: 停水通知\npublished: 2026-02-01\n---\n停水。");
        write(
                "policies/first.md",
                "---\nkind: NOTICE\ntitle: 停水通知\npublished: 2026-01-01\n---\n停水。");
        refresh();
        assertThat(replaced("old.txt")).hasToString("2026-01-01");
        assertThat(replaced("new.txt")).isNull();
        assertThat(library.find("policies/first").orElseThrow().later().replacedFrom()).isNull();
    }
}
