package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that an editor brings. */
class DraftTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aDocumentBecomesAnArticleThatCanBePublished() {
        var draft = of("规定/小店补贴办法.txt", "小店补贴办法\n第一条 每年三千元。\n第二条 本办法自2026年4月1日起施行。");
        assertThat(draft.report().state()).isEqualTo(Import.State.TAKEN);
        assertThat(draft.report().facts())
                .extracting(Fact::key)
                .containsExactly("title", "kind", "effective");
        var article = MarkdownArticle.read("policies/new", draft.markdown());
        assertThat(article.title()).isEqualTo("小店补贴办法");
        assertThat(article.effective()).hasToString("2026-04-01");
        assertThat(article.text()).contains("三千元");
    }

    @Test
    void anArticleInMarkdownStaysWhatItIs() {
        var text = "---\nkind: faq\ntitle: 问\n---\n\n## 几点开门\n\n九点。";
        assertThat(of("a.md", text).markdown()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a.exe,这种文件不收",
        "noending,这种文件不收",
        "a.doc,另存为 .docx",
        "a.zip,压缩包不收",
        "a.pdf,损坏",
        "a.docx,打不开",
        "a.md,---",
        "../../a.pdf,损坏"
    })
    void refusesWhatCannotBeTaken(String name, String why) {
        var draft = of(name, "no such thing");
        assertThat(draft.report().state()).isEqualTo(Import.State.REFUSED);
        assertThat(draft.report().file()).isEqualTo(name);
        assertThat(draft.report().warnings().getFirst()).contains(why);
        assertThat(draft.markdown()).isEmpty();
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        assertThat(of("a.txt", "").report().warnings().getFirst()).contains("空的");
        var large = Draft.of("a.txt", new byte[Draft.MOST_BYTES + 1], NOW);
        assertThat(large.report().warnings().getFirst()).contains("10 MB");
    }

    private static Draft of(String name, String content) {
        return Draft.of(name, content.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
