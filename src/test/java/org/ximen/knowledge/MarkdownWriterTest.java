package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ximen.documents.Part;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;

class MarkdownWriterTest {
    private static final String ODD = "字文a1 *_`[]<>&#|~\\-+=.):!\"'(){}。，";

    @Test
    void isReadBackAsItWas() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var parts = new ArrayList<Part>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                parts.add(
                        random.nextInt(3) == 0
                                ? new Table(List.of(row(random), row(random), row(random)))
                                : new Paragraph(words(random)));
            }
            var article = read(parts);
            assertThat(article.text()).as("seed %s", seed).isEqualTo(text(parts));
        }
    }

    @Test
    void whatTheProductWritesIsReadBackAsItWas() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var written = written(random);
            var article = MarkdownArticle.read("a", written.markdown());
            var as = "seed " + seed + "\n" + written.markdown();
            assertThat(article.kind()).as(as).isEqualTo(written.kind());
            assertThat(article.title()).as(as).isEqualTo(written.title());
            assertThat(article.issuer()).as(as).isEqualTo(written.issuer());
            assertThat(article.audience()).as(as).isEqualTo(written.audience());
            assertThat(article.areas()).as(as).isEqualTo(written.areas());
            assertThat(article.published()).as(as).isEqualTo(written.published());
            assertThat(article.effective()).as(as).isEqualTo(written.effective());
            assertThat(article.expires()).as(as).isEqualTo(written.expires());
            assertThat(article.source()).as(as).isEqualTo(written.source());
            assertThat(sections(article)).as(as).isEqualTo(written.sections());
        }
    }

    private static NewArticle written(Random random) {
        var sections =
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i ->
                                new NewArticle.TextSection(
                                        i + words(random), words(random) + "\n" + words(random)))
                        .toList();
        return new NewArticle(
                Article.Kind.values()[random.nextInt(Article.Kind.values().length)],
                words(random),
                words(random),
                random.nextBoolean() ? List.of() : List.of(Audience.MERCHANT, Audience.RESIDENT),
                random.nextBoolean() ? List.of() : List.of(words(random), words(random)),
                random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(20_000)),
                LocalDate.ofEpochDay(random.nextInt(20_000)),
                random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(20_000)),
                random.nextBoolean() ? null : words(random),
                sections);
    }

    private static List<NewArticle.TextSection> sections(Article article) {
        return article.sections().stream()
                .map(section ->
                        new NewArticle.TextSection(section.path().getFirst(), section.text()))
                .toList();
    }

    @Test
    void noLineOfANoticeHeadsAnArticleOfALaw() {
        var written =
                new NewArticle(
                        Article.Kind.NOTICE,
                        "通知",
                        "街道",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(new NewArticle.TextSection(null, "第三条 不许停车\n\n  1. 一\n# 二\n")));
        var section = MarkdownArticle.read("a", written.markdown()).sections().getFirst();
        assertThat(section.path()).isEmpty();
        assertThat(section.text()).isEqualTo("第三条：不许停车\n1. 一\n# 二");
    }

    private static String text(List<Part> parts) {
        return String.join("\n", parts.stream().map(Part::text).toList());
    }

    private static Article read(List<Part> parts) {
        var head = Map.of("kind", "GUIDE", "title", "甲 #1: \"乙\"");
        return MarkdownArticle.read("a", MarkdownWriter.article(head, parts));
    }

    private static List<String> row(Random random) {
        return List.of(words(random), words(random));
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            var odd = ODD.substring(random.nextInt(ODD.length())).substring(0, 1);
            words.append(odd.repeat(random.nextInt(6) == 0 ? 3 : 1));
        }
        var said = words.toString().replaceAll(" +", " ").strip();
        return said.isEmpty() ? "空" : said;
    }

    @Test
    void keepsHeadingsAndTheTitle() {
        var article =
                read(
                        List.of(
                                new Heading(2, "1. # 章 *"),
                                new Paragraph("- 一"),
                                new Heading(9, "节")));
        assertThat(article.title()).isEqualTo("甲 #1: \"乙\"");
        assertThat(article.sections().getFirst().path()).containsExactly("1. # 章 *");
        assertThat(article.sections().getLast().text()).isEqualTo("节");
    }
}
