package org.ximen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.models.ModelSettings;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.played.PlayedModel;
import tools.jackson.databind.json.JsonMapper;

class KnowledgeTest {
    private static final String PASSAGES =
            """
            {"id": "花#第一条", "title": "养花公约", "text": "阳台花盆要放稳，掉下去砸到人由主人赔偿。"}
            {"id": "花#第二条", "title": "养花公约", "text": "施肥用过的水不要倒进楼道。"}
            {"id": "果#第一条", "title": "果园手册", "chapter": "总则", "text": "苹果、香蕉和菠萝分开摆放。"}
            {"id": "果#第二条", "title": "果园手册", "chapter": "总则", "text": "苹果每天早晨采摘，采摘以后过秤，过秤以后记账。"}
            """;

    @TempDir Path home;

    @Test
    void countsRanksByHand() throws IOException {
        var trial = new Trial(home, null);
        var passages = trial.write("p.jsonl", PASSAGES);
        // First; second behind its neighbour; first by also_ok; not at all.
        var questions =
                trial.write(
                        "q.jsonl",
                        """
                        {"question": "花盆要放稳", "articles": ["花#第一条"]}
                        {"question": "苹果香蕉菠萝", "articles": ["果#第二条"]}
                        {"question": "施肥用过的水", "articles": ["花#第九条"], "also_ok": ["花#第二条"]}
                        {"question": "火箭", "articles": ["花#第一条"]}
                        """);
        var result =
                trial.run(
                        "retrieval",
                        "--passages",
                        passages,
                        "--questions",
                        questions,
                        "--gold",
                        "articles",
                        "--mode",
                        "bm25");
        assertThat(result.code()).isZero();
        assertThat(result.figures())
                .matches(
                        "questions=4 hit@1=0\\.500 hit@5=0\\.750 hit@10=0\\.750 doc@1=0\\.750"
                                + " mrr@10=0\\.625 p50=[0-9.]+ms p95=[0-9.]+ms");
        assertThat(home.resolve("evaluate")).isEmptyDirectory();
    }

    @Test
    void countsALongPassageOnceAndReportsEveryQuestion() throws IOException {
        var trial = new Trial(home, null);
        var passages =
                trial.write(
                        "p.jsonl",
                        """
                        {"id": "长", "title": "", "text": "%s"}
                        {"id": "短", "title": "", "text": "灯谜也要登记。"}
                        """
                                .formatted("猜灯谜的人请先到服务台登记姓名，再领取号牌。".repeat(60)));
        var questions =
                trial.write(
                        "q.jsonl", "{\"question\": \"灯谜登记\", \"passage_ids\": [\"短\", \"长\"]}\n");
        var report = home.resolve("r.json");
        var result =
                trial.run(
                        "retrieval",
                        "--passages",
                        passages,
                        "--questions",
                        questions,
                        "--report",
                        report);
        assertThat(result.figures()).startsWith("questions=1 hit@1=1.000");
        var found = new JsonMapper().readTree(Files.readString(report)).get(0);
        assertThat(found.get("hits").valueStream().map(id -> id.asString()))
                .containsExactlyInAnyOrder("长", "短");
        assertThat(found.get("rank").asInt()).isEqualTo(1);
    }

    @Test
    void expectsARefusalWhereOnlyNegativesAreIndexed() throws IOException {
        var trial = new Trial(home, null);
        var passages = trial.write("p.jsonl", PASSAGES);
        var questions =
                trial.write(
                        "q.jsonl",
                        """
                        {"question": "花盆砸到人谁来赔偿", "passage_ids": ["花#第一条"], "negative_ids": ["果#第一条"]}
                        """);
        var result =
                trial.run(
                        "retrieval",
                        "--passages",
                        passages,
                        "--questions",
                        questions,
                        "--index",
                        "negatives");
        assertThat(result.progress()).contains("共 1 段");
        assertThat(result.figures())
                .startsWith("questions=1 hit@1=0.000")
                .endsWith("refused=1.000");
    }

    @Test
    void countsAnsweredRefusedAndTheAreaUnderTheCurve() throws IOException {
        var trial = new Trial(home, null);
        var passages = trial.write("p.jsonl", PASSAGES);
        var answerable =
                trial.write("a.jsonl", "{\"question\": \"养花公约第一条\"}\n{\"question\": \"火箭\"}\n");
        var unanswerable = trial.write("u.jsonl", "{\"question\": \"潜水艇\"}\n");
        var result =
                trial.run(
                        "refusal",
                        "--passages",
                        passages,
                        "--answerable",
                        answerable,
                        "--unanswerable",
                        unanswerable);
        // One of two is surer than the unanswerable, the other as unsure: (1 + 1/2) / 2.
        assertThat(result.figures())
                .isEqualTo(
                        "answered=0.500 banded=0.000 false_answers=0.000 false_refusals=0.500"
                                + " auc=0.750");
    }

    @Test
    void wantsTheAnswerAndItsSource() throws IOException {
        var trial = new Trial(home, null);
        var passages = trial.write("p.jsonl", PASSAGES);
        var questions =
                trial.write(
                        "q.jsonl",
                        """
                        {"question": "养花公约第一条", "articles": ["花#第一条"], "answer": "由主人 赔偿"}
                        {"question": "养花公约第一条", "articles": ["花#第二条"], "answer": "由主人赔偿"}
                        {"question": "养花公约第一条", "articles": ["花#第一条"], "answers": ["邻居", "街道"]}
                        {"question": "火箭", "articles": ["花#第一条"], "answers": ["由主人赔偿"]}
                        """);
        var result = trial.run("answers", "--passages", passages, "--questions", questions);
        assertThat(result.figures()).isEqualTo("questions=4 answered=0.250");
        assertThat(result.progress()).contains("说对并引对 1，说对但引错 1，引对但没说到 1，拒答 1");
    }

    /** A faithful model keeps the answers; one that invents is not heard. */
    @Test
    void putsAnswersWithAndWithoutAModelSideBySide() throws IOException {
        try (var played = new PlayedModel()) {
            var settings =
                    new ModelSettings(
                            played.base(), PlayedModel.KEY, "played", null, null, false, null);
            var model =
                    new RemoteLanguageModel(
                            settings, "test", new SimpleMeterRegistry(), InstantSource.system());
            var trial = new Trial(home, null, model);
            var passages = trial.write("p.jsonl", PASSAGES);
            var questions =
                    trial.write(
                            "q.jsonl",
                            """
                            {"question": "花盆掉下去砸到人由谁赔偿", "articles": ["花#第一条"], "answer": "由主人赔偿"}
                            {"question": "火箭", "articles": ["花#第一条"], "answer": "由主人赔偿"}
                            """);
            Object[] args = {
                "answers", "--passages", passages, "--questions", questions, "--model"
            };
            played.says(said("阳台的花盆要放稳，掉下去砸到人，由主人赔偿〔1〕。"));
            assertThat(trial.run(args).figures())
                    .isEqualTo("questions=2 answered=0.500 model_answered=0.500 model_said=1.000");
            played.says(said("按第九十九条，由主人赔偿500元〔1〕。"));
            var invented = trial.run(args);
            assertThat(invented.figures())
                    .isEqualTo("questions=2 answered=0.500 model_answered=0.500 model_said=0.000");
            assertThat(invented.progress()).contains("照原文：", "用大模型：");
        }
    }

    private static String said(String answer) {
        return "{\"answer\":\"%s\",\"used\":[1],\"enough\":true}".formatted(answer);
    }

    @Test
    void wantsAModelWhereOneIsToBeMeasured() throws IOException {
        var trial = new Trial(home, null);
        var file = trial.write("p.jsonl", PASSAGES);
        var result = trial.run("answers", "--passages", file, "--questions", file, "--model");
        assertThat(result.code()).isOne();
        assertThat(result.progress()).contains("要先设置大模型");
    }

    @Test
    void readsASecondQuestionInTheLightOfTheFirst() throws IOException {
        var trial = new Trial(home, null);
        var passages = trial.write("p.jsonl", PASSAGES);
        var turns =
                """
                {"turns": ["阳台花盆掉下去砸到人", "谁赔偿？"], "question": "谁赔偿？", \
                "articles": ["花#第一条"], "answer": "由主人赔偿"}
                {"first_question": "阳台花盆掉下去砸到人", "question": "谁赔偿？", \
                "articles": ["花#第一条"], "answer": "由主人赔偿"}
                """;
        var questions = trial.write("q.jsonl", turns);
        var result = trial.run("followups", "--passages", passages, "--questions", questions);
        assertThat(result.figures()).isEqualTo("questions=2 answered=1.000 hit@5=1.000");
    }

    @Test
    void citesTheVersionInForce() throws IOException {
        var trial = new Trial(home, null);
        var passages =
                trial.write(
                        "p.jsonl",
                        """
                        {"id": "花__2024-05-01#第一条", "title": "养花公约__2024-05-01", "text": "花盆不超过三个。"}
                        {"id": "花__2019-05-01#第一条", "title": "养花公约__2019-05-01", "text": "花盆不超过五个。"}
                        """);
        var questions =
                trial.write(
                        "q.jsonl",
                        """
                        {"question": "养花公约第一条", "articles": ["花__2024-05-01#第一条"], "answer": "三个"}
                        """);
        var result = trial.run("versions", "--passages", passages, "--questions", questions);
        assertThat(result.figures()).isEqualTo("questions=1 answered=1.000 in_force=1.000");
    }

    @Test
    void embedsAPassageOnceAndMendsACacheThatWasCutShort() throws IOException {
        var embedder = new Counting();
        var trial = new Trial(home, embedder);
        var passages = trial.write("p.jsonl", PASSAGES);
        var questions =
                trial.write("q.jsonl", "{\"question\": \"苹果\", \"articles\": [\"果#第一条\"]}\n");
        Object[] command = {"retrieval", "--passages", passages, "--questions", questions};
        var first = trial.run(command);
        assertThat(embedder.passages).isEqualTo(4);
        var cache = home.resolve("evaluate").resolve("meanings-counting.bin");
        assertThat(cache).hasSize(4 * (32 + Integer.BYTES + 2 * Float.BYTES + Integer.BYTES));
        Files.write(cache, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        var second = trial.run(command);
        assertThat(embedder.passages).isEqualTo(4);
        assertThat(cache).hasSize(4 * (32 + Integer.BYTES + 2 * Float.BYTES + Integer.BYTES));
        assertThat(untimed(second)).isEqualTo(untimed(first));
    }

    private static String untimed(Trial.Result result) {
        return result.figures().replaceAll(" p50.*", "");
    }

    /** Counts the passages that it reads; they have a title line, a question has not. */
    private static final class Counting implements Embedder {
        int passages;

        @Override
        public String model() {
            return "counting";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<Meaning> embed(List<String> texts) {
            passages += (int) texts.stream().filter(text -> text.contains("\n")).count();
            return texts.stream()
                    .map(text -> new float[] {text.length() % 2, 1 - text.length() % 2})
                    .map(vector -> new Meaning(vector, Tokens.NONE))
                    .toList();
        }
    }
}
