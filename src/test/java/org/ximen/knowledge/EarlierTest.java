package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Changed;
import org.ximen.knowledge.Finding.Lapsed;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.Meaning;
import org.ximen.testing.SharedEmbedder;

/** A rule in two versions, asked for now and then. */
class EarlierTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir Path folder;
    private LuceneRetriever retriever;
    private Answers answers;

    @BeforeEach
    void open() {
        var embedder = SharedEmbedder.INSTANCE;
        retriever = new LuceneRetriever(folder, embedder.model());
        var corpus =
                new Corpus(
                        List.of(
                                rule("garden-2018", "2018-05-01", "", "一百元", "六十日"),
                                rule(
                                        "garden-2024",
                                        "2024-03-01",
                                        "supersedes: garden-2018\n",
                                        "五百元",
                                        "六十日")),
                        new Dictionary(() -> new SynonymsFile(List.of())));
        var meanings = new HashMap<String, Meaning>();
        for (var passage : corpus.passages()) {
            meanings.put(passage.hash(), embedder.embed(List.of(passage.meaning())).getFirst());
        }
        corpus.index(retriever, meanings);
        answers = corpus.answers(retriever, embedder);
    }

    @AfterEach
    void close() throws IOException {
        retriever.close();
    }

    private static Article rule(String id, String since, String more, String fine, String days) {
        return MarkdownArticle.read(
                id,
                """
                ---
                kind: POLICY
                title: 屋顶花园管理办法
                effective: %s
                %s---
                ## 第三条
                在屋顶花园焚烧落叶的，由街道责令改正，处%s罚款。
                ## 第四条
                屋顶花园的许可自受理之日起%s内办结。
                """
                        .formatted(since, more, fine, days));
    }

    private Answered ask(String question) {
        var finding = answers.answer(question, Asker.of(Audience.RESIDENT), TODAY);
        assertThat(finding).as(question).isInstanceOf(Answered.class);
        return (Answered) finding;
    }

    @Test
    void answersFromTheRulesOfTheAskedDayAndSaysThatTheyAreOver() {
        var then = ask("2020年在屋顶花园烧落叶罚多少");
        assertThat(then.text()).contains("处一百元罚款").doesNotContain("五百元");
        assertThat(then.citations())
                .extracting(Finding.Source::article)
                .containsExactly("garden-2018");
        assertThat(then.aside())
                .isEqualTo(
                        new Lapsed(
                                "garden-2018",
                                "屋顶花园管理办法",
                                Validity.SUPERSEDED,
                                LocalDate.of(2024, 3, 1)));
        assertThat(ask("以前的规定，屋顶花园烧落叶罚多少").text()).contains("处一百元罚款");
    }

    @Test
    void saysWhatTheNewRuleChanged() {
        var now = ask("在屋顶花园烧落叶罚多少");
        assertThat(now.text()).contains("处五百元罚款").doesNotContain("一百元");
        assertThat(now.aside())
                .isEqualTo(
                        new Changed(
                                "屋顶花园管理办法",
                                LocalDate.of(2024, 3, 1),
                                "在屋顶花园焚烧落叶的，由街道责令改正，处一百元罚款。"));
    }

    @Test
    void saysNothingWhereBothRulesAgree() {
        var now = ask("屋顶花园的许可几天内办结");
        assertThat(now.text()).contains("六十日");
        assertThat(now.citations().getFirst().article()).isEqualTo("garden-2024");
        assertThat(now.aside()).isNull();
    }

    @Test
    void aDayWithinThePresentRulesIsAnsweredFromThem() {
        var lately = ask("2025年在屋顶花园烧落叶罚多少");
        assertThat(lately.text()).contains("五百元");
        assertThat(lately.citations().getFirst().article()).isEqualTo("garden-2024");
    }
}
