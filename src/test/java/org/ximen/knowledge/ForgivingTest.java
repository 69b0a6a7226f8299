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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.SynonymsFile.Group;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.Meaning;

/** From the question as it is typed to the answer: slips, pinyin, 繁體, ｆｕｌｌ　ｗｉｄｔｈ. */
class ForgivingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> FILES =
            List.of(
                    """
                    ---
                    title: 居住证问答
                    kind: FAQ
                    ---
                    ## 居住证在哪里办理？
                    到社区事务受理服务中心办理居住证。
                    ## 居住证丢了怎么补？
                    带身份证补领居住证。
                    """,
                    """
                    ---
                    title: 臨時停車須知
                    kind: FAQ
                    ---
                    ## 訪客臨時停車怎麼收費？
                    每小時５元，ＡＢＣ三個入口都可以付錢。
                    """);

    @TempDir Path home;

    private final PairEmbedder embedder = new PairEmbedder();
    private LuceneRetriever retriever;
    private Answers answers;

    @BeforeEach
    void open() {
        retriever = new LuceneRetriever(home.resolve("index"), "pairs");
        var synonyms = new SynonymsFile(List.of(new Group(List.of("哪能办"), List.of("怎么办"))));
        var corpus =
                new Corpus(
                        FILES.stream()
                                .map(text -> MarkdownArticle.read(Hashes.of(text), text))
                                .toList(),
                        new Dictionary(() -> synonyms));
        var meanings = new HashMap<String, Meaning>();
        for (var passage : corpus.passages()) {
            meanings.put(passage.hash(), embedder.embed(List.of(passage.meaning())).getFirst());
        }
        corpus.index(retriever, meanings);
        answers = corpus.answers(retriever, embedder);
        embedder.read = 0;
    }

    @AfterEach
    void close() throws IOException {
        retriever.close();
    }

    private Answered ask(String question) {
        return (Answered) answers.answer(question, Asker.of(Audience.RESIDENT), TODAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "居住政在哪里办理",
                "居柱证在哪里办理",
                "juzhuzheng在哪里办理",
                "JuZhuZheng zai nali banli",
                "ｊｕｚｈｕｚｈｅｎｇ在哪里办理？"
            })
    void findsWhatWasMeantAndSaysIt(String question) {
        var answer = ask(question);
        assertThat(answer.text()).isEqualTo("到社区事务受理服务中心办理居住证。〔1〕");
        assertThat(String.join("", answer.readAs())).contains("居住证");
    }

    @ParameterizedTest
    @ValueSource(strings = {"居住证在哪里办理", "居住證在哪裡辦理", "居住证　在哪里办理？？"})
    void saysNothingOfWhatWasWrittenRight(String question) {
        var answer = ask(question);
        assertThat(answer.text()).startsWith("到社区事务受理服务中心");
        assertThat(answer.readAs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"访客临时停车怎么收费", "訪客臨時停車怎麼收費？", "访客临时听车怎么收费"})
    void findsADocumentInTraditionalCharacters(String question) {
        assertThat(ask(question).text()).isEqualTo("每小時５元，ＡＢＣ三個入口都可以付錢。〔1〕");
    }

    @Test
    void findsFullWidthByHalfWidth() {
        var found = answers.ranked("abc", Asker.of(Audience.RESIDENT), TODAY, Retriever.Mode.BM25);
        assertThat(found.getFirst().title()).isEqualTo("臨時停車須知");
    }

    @Test
    void embedsASecondTimeOnlyForAGuess() {
        var questions = List.of("居住证在哪里办理", "juzhuzheng在哪里办理", "居住政在哪里办理");
        questions.forEach(this::ask); // what the headings mean is read but once
        assertThat(questions.stream().map(this::readFor)).containsExactly(1, 1, 2);
    }

    private int readFor(String question) {
        int before = embedder.read;
        ask(question);
        return embedder.read - before;
    }
}
