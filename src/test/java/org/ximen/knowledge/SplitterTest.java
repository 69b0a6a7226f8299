package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.knowledge.Article.Block;
import org.ximen.knowledge.Article.Section;
import org.ximen.text.Language;

class SplitterTest {
    private static final String HEAD = "---\nkind: POLICY\ntitle: 某办法\n---\n";

    @Test
    void losesNothingOfAnyText() {
        for (int seed = 0; seed < 300; seed++) {
            var article = MarkdownArticle.read("seed" + seed, HEAD + body(new Random(seed)));
            holds(article);
        }
    }

    @Test
    void losesNothingOfTheSampleKnowledge() throws IOException {
        for (var file : markdown(Path.of("knowledge"))) {
            holds(MarkdownArticle.read(file.toString(), Files.readString(file)));
        }
    }

    @Test
    void losesNothingOfTheLaws() throws IOException {
        for (var file : laws()) {
            var body = body(file);
            holds(MarkdownArticle.read(file.getFileName().toString(), HEAD + body));
            assertThat(chinese(MarkdownArticle.read("a", HEAD + body)))
                    .as(file.toString())
                    .isEqualTo(chinese(body.replaceFirst("(?m)^# .*$", "")));
        }
    }

    /** The same laws as plain text: their headings are found by their numbers alone. */
    @Test
    void losesNothingOfTheLawsAsPlainText(@TempDir Path home) throws IOException {
        for (var file : laws()) {
            var plain = body(file).replaceAll("(?m)^#+ ", "").replaceAll("[|*_>`\\\\]", "");
            var text = Files.writeString(home.resolve("a.txt"), plain);
            if (chinese(plain).isEmpty()) {
                continue; // a list of other files
            }
            var article = Reception.read("policies/a.txt", text, null).article();
            holds(article);
            assertThat(chinese(article.title() + " ") + chinese(article))
                    .as(file.toString())
                    .isEqualTo(chinese(plain));
        }
    }

    private static List<Path> laws() throws IOException {
        var data = Path.of(System.getProperty("ximen.data", "../shared/data"));
        assumeTrue(Files.isDirectory(data.resolve("policies")), "no laws to read at " + data);
        var laws = new ArrayList<>(markdown(data.resolve("policies")));
        laws.addAll(markdown(data.resolve("policies_scale")));
        return laws;
    }

    private static String body(Path file) throws IOException {
        var text = Files.readString(file);
        return text.startsWith("---\n") ? text.substring(text.indexOf("\n---\n", 4) + 5) : text;
    }

    private static void holds(Article article) {
        var passages = Splitter.passages(article);
        assertThat(together(passages)).as(article.id()).isEqualTo(bare(article.text()));
        assertThat(new HashSet<>(passages.stream().map(Passage::id).toList()))
                .hasSameSizeAs(passages);
        int most = article.language() == Language.EN ? 1350 : 450;
        passages.forEach(passage -> hasAGoodLength(passage, most));
    }

    /** The text of the passages; a header that is said again for the rest of a table said once. */
    private static String together(List<Passage> passages) {
        var text = new StringBuilder();
        List<String> before = List.of();
        for (var passage : passages) {
            var lines = passage.text().lines().toList();
            var first = lines.getFirst();
            boolean again = first.startsWith("| ") && before.contains(first);
            lines.stream().skip(again ? 1 : 0).map(SplitterTest::bare).forEach(text::append);
            before = lines;
        }
        return text.toString();
    }

    private static void hasAGoodLength(Passage passage, int most) {
        boolean table = passage.text().contains("| ");
        boolean one = Sentences.of(passage.text()).size() == 1;
        assertThat(table || one || passage.text().length() <= most).as(passage.id()).isTrue();
    }

    /** Headings and passages in order, only their Chinese characters. */
    private static String chinese(Article article) {
        var words = new StringBuilder();
        List<String> above = List.of();
        for (var section : article.sections()) {
            int common = 0;
            while (common < Math.min(above.size(), section.path().size())
                    && above.get(common).equals(section.path().get(common))) {
                common++;
            }
            section.path().stream().skip(common).forEach(words::append);
            words.append(section.text());
            above = section.path();
        }
        return chinese(words.toString());
    }

    private static String chinese(String text) {
        return text.replaceAll("\\P{IsHan}", "");
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static String body(Random random) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            parts.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "#".repeat(2 + random.nextInt(3)) + " " + words(random, 8);
                        case 1 -> "- " + words(random, 60) + "\n- " + words(random, 60);
                        case 2 -> table(random);
                        case 3 -> "第" + (1 + random.nextInt(30)) + "条 " + words(random, 200);
                        default -> words(random, 900);
                    });
        }
        return String.join("\n\n", parts);
    }

    private static String table(Random random) {
        var table = new StringBuilder("| " + random.nextLong() + " | 乙 |\n|---|---|");
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            table.append("\n| ").append(words(random, 150)).append(" | 第").append(i).append(" |");
        }
        return table.toString();
    }

    private static String words(Random random, int most) {
        var marks = "，，，。。；！？”";
        return random.ints(1 + random.nextInt(most), 0, 12)
                .mapToObj(n ->
                        n == 0
                                ? "" + marks.charAt(random.nextInt(marks.length()))
                                : Character.toString(0x4e00 + random.nextInt(2000)))
                .collect(Collectors.joining("字", "文", "字"));
    }

    @Test
    void cutsBetweenSentencesAndBetweenRowsBelowTheirHeader() {
        var sentence = "这是一句完整的话，它有自己的意思。";
        var table = "| 项目 | 标准 |\n" + "| 某项 | 若干元 |\n".repeat(60).strip();
        var section =
                new Section(
                        List.of(),
                        List.of(new Block(sentence.repeat(40), false), new Block(table, true)));
        var texts = Splitter.texts(section);
        var words = texts.stream().filter(text -> !text.startsWith("|")).toList();
        assertThat(words)
                .hasSizeGreaterThan(1)
                .allMatch(text -> text.startsWith("这是") && text.endsWith("。"));
        var tables = texts.subList(words.size(), texts.size());
        assertThat(tables)
                .hasSizeGreaterThan(1)
                .allMatch(text -> text.startsWith("| 项目 | 标准 |\n| 某项") && text.endsWith("|"))
                .allMatch(text -> text.length() <= 450);
        assertThat(tables.stream().flatMap(String::lines).filter(line -> line.contains("某项")))
                .hasSize(60);
    }
}
