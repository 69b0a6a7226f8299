package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.text.Language;

/** English questions and English articles, Chinese ones beside them. */
class EnglishAnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final List<String> FILES =
            List.of(
                    """
                    ---
                    kind: GUIDE
                    language: en
                    title: Bicycles in the Pine compound
                    questions:
                      - got a puncture help
                    ---
                    ## Where may I leave my bicycle?
                    Bicycles stand in the shed (车棚) behind building 3.
                    ## What does the shed cost?
                    The bicycle shed costs 10 yuan a month.
                    ## Who repairs bicycles?
                    The old man at the gate repairs bicycles on Saturdays.
                    """,
                    """
                    ---
                    kind: GUIDE
                    title: The swimming pool of the Pine compound
                    expires: 2026-01-31
                    ---
                    ## When is the swimming pool open?
                    The swimming pool is open from 6:00 to 21:00.
                    """,
                    """
                    ---
                    kind: GUIDE
                    title: Keys of the guards
                    language: EN
                    audience: [staff]
                    ---
                    ## Where do guards keep the keys?
                    Guards keep the keys in the blue box.
                    """,
                    """
                    ---
                    kind: FAQ
                    title: 云杉小区自行车
                    ---
                    ## 自行车停在哪里？
                    自行车停在3号楼后面的车棚（bicycle shed）。
                    """);

    @TempDir Path home;

    private LuceneRetriever retriever;
    private Answers answers;

    @BeforeEach
    void open() {
        retriever = new LuceneRetriever(home.resolve("index"), "none");
        var articles =
                FILES.stream().map(text -> MarkdownArticle.read(Hashes.of(text), text)).toList();
        var alike = new SynonymsFile(List.of(), List.of(), List.of(List.of("bicycle", "bike")));
        var corpus = new Corpus(articles, new Dictionary(() -> alike));
        corpus.texts(retriever);
        answers = corpus.answers(retriever, null);
    }

    @AfterEach
    void close() throws IOException {
        retriever.close();
    }

    private Finding ask(String question) {
        return answers.answer(question, Asker.of(Audience.RESIDENT), TODAY);
    }

    private static Answered answered(Finding finding) {
        assertThat(finding).isInstanceOf(Answered.class);
        return (Answered) finding;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where may I leave my bicycle?",
                "where can i leave my bike",
                "hello, where may I leave my bikes please"
            })
    void answersFromWhatIsEnglish(String question) {
        var answer = answered(ask(question));
        assertThat(answer.text())
                .isEqualTo("Bicycles stand in the shed (车棚) behind building 3.〔1〕");
        assertThat(answer.citations().getFirst().language()).isEqualTo(Language.EN);
    }

    @Test
    void aChineseQuestionIsAnsweredInChinese() {
        var answer = answered(ask("自行车停在哪里"));
        assertThat(answer.text()).startsWith("自行车停在");
        assertThat(answer.citations()).allMatch(source -> source.language() == Language.ZH);
        assertThat(ask("bicycle shed 多少钱一个月")).isInstanceOfAny(Nothing.class, Finding.Unsure.class);
    }

    @Test
    void aSlipIsReadAsItWasMeantAndSaid() {
        var answer = answered(ask("who repairs bicycels"));
        assertThat(answer.text()).startsWith("The old man at the gate");
        assertThat(answer.readAs()).containsExactly("bicycles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where can i apply for a trademark",
                "when is the swimming pool open",
                "where do guards keep the keys",
                "how do i get a driving licence"
            })
    void whatIsNotThereOrNotForThemIsNotAnswered(String question) {
        assertThat(ask(question)).isNotInstanceOf(Answered.class);
    }

    @Test
    void staffAreToldWhatIsForThem() {
        var finding =
                answers.answer("where do guards keep the keys", Asker.of(Audience.STAFF), TODAY);
        assertThat(answered(finding).text()).startsWith("Guards keep the keys");
    }

    @Test
    void aListedQuestionIsAnsweredByItsArticle() {
        assertThat(answered(ask("Got a puncture, help!")).citations().getFirst().title())
                .isEqualTo("Bicycles in the Pine compound");
    }

    @Test
    void aShortQuestionGoesOnFromTheArticleCitedBefore() {
        var bicycles = Hashes.of(FILES.getFirst());
        var asker = new Asker(Audience.RESIDENT, Set.of(), Language.EN);
        var next = answers.inEnglish("what does it cost?", List.of(bicycles), asker, TODAY);
        assertThat(answered(next.orElseThrow()).text()).contains("10 yuan a month");
        assertThat(answers.inEnglish("speak french?", List.of(bicycles), asker, TODAY))
                .get()
                .isNotInstanceOf(Answered.class);
        assertThat(answers.inEnglish("多少钱", List.of(bicycles), asker, TODAY)).isEmpty();
    }

    @Test
    void theLanguageIsStatedOrSeenFromTheTitle() {
        assertThat(read("title: Bins of the Pine compound").language()).isEqualTo(Language.EN);
        assertThat(read("title: 云杉小区的垃圾桶").language()).isEqualTo(Language.ZH);
        assertThat(read("title: 云杉小区 bins\nlanguage: en").language()).isEqualTo(Language.EN);
        assertThatThrownBy(() -> read("title: Bins\nlanguage: french"))
                .isInstanceOf(BadArticle.class)
                .hasMessageContaining("language 应是 [zh, en] 之一");
    }

    private static Article read(String head) {
        return MarkdownArticle.read("x", "---\nkind: GUIDE\n" + head + "\n---\nBins.\n");
    }
}
