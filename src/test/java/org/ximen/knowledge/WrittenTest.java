package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ximen.documents.Part;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;

class WrittenTest {
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

    private static String text(List<Part> parts) {
        return String.join("\n", parts.stream().map(Part::text).toList());
    }

    private static Article read(List<Part> parts) {
        var head = Map.of("kind", "GUIDE", "title", "甲 #1: \"乙\"");
        return MarkdownArticle.read("a", Written.article(head, parts));
    }

    private static List<String> row(Random random) {
        return List.of(words(random), words(random));
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            words.append(ODD.charAt(random.nextInt(ODD.length())));
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
