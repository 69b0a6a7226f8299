package org.ximen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.models.ModelSettings;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.played.PlayedModel;
import org.ximen.testing.SharedEmbedder;

class TalkTest {
    @TempDir Path home;

    @Test
    void countsIntentsByHand() throws IOException {
        var trial = new Trial(home, null);
        var test =
                trial.write(
                        "x.jsonl",
                        """
                        {"text": "早上好", "intent": "greeting", "hard": false}
                        {"text": "退订", "intent": "unsubscribe", "hard": true}
                        {"text": "转人工", "intent": "person"}
                        {"text": "晚上好", "intent": "chitchat", "hard": true}
                        """);
        var result = trial.run("intents", "--test", test);
        // F1: greeting 2/3, unsubscribe 1, person 1, chitchat 0; their mean 0.667.
        assertThat(result.figures()).isEqualTo("items=4 accuracy=0.750 hard=0.500 macroF1=0.667");
    }

    @Test
    void takesADangerForAnEmergencyAndAnotherStreetForOutOfScope() throws IOException {
        var trial = new Trial(home, SharedEmbedder.INSTANCE);
        var test =
                trial.write(
                        "x.jsonl",
                        """
                        {"text": "方斜路90号楼梯间着火了，好大的烟", "intent": "emergency"}
                        {"text": "方斜路90号门口路灯不亮了，没人修", "intent": "report"}
                        {"text": "城隍庙门口路灯不亮了，没人修", "intent": "out_of_scope"}
                        """);
        assertThat(trial.run("intents", "--test", test).figures())
                .isEqualTo("items=3 accuracy=1.000 hard=NaN macroF1=1.000");
    }

    @Test
    void countsUtterancesByHand() throws IOException {
        var trial = new Trial(home, null);
        var test =
                trial.write(
                        "x.jsonl",
                        """
                        {"text": "方斜路90号着火了快来人", "act": "help", "danger": "fire", "when": "now", \
                        "place": "方斜路90号"}
                        {"text": "转人工", "act": "person", "state": "answered", "topic": "养狗"}
                        {"text": "谢谢", "act": "praise"}
                        {"text": "转人工服务", "act": "unsubscribe"}
                        """);
        // 谢谢 is served where praise was meant. F1: help 1, person 2/3, thank, praise, unsubscribe
        // 0.
        assertThat(trial.run("utterances", "--test", test).figures())
                .isEqualTo(
                        "items=4 act=0.750 onetap=0.750 macroF1=0.333 danger_recall=1.000"
                                + " soft_recall=1.000 false_alarms=0.000 category_top1=NaN"
                                + " category_top3=NaN place=1.000");
    }

    @Test
    void putsASecondOpinionBesideTheFirst() throws IOException {
        try (var played = new PlayedModel()) {
            played.says("{\"act\":\"person\",\"category\":\"none\",\"place\":\"\"}");
            var settings =
                    new ModelSettings(
                            played.base(), PlayedModel.KEY, "played", null, null, false, null);
            var model =
                    new RemoteLanguageModel(
                            settings, "test", new SimpleMeterRegistry(), InstantSource.system());
            var trial = new Trial(home, SharedEmbedder.INSTANCE, model);
            var test =
                    trial.write(
                            "x.jsonl",
                            """
                            {"text": "楼道那个", "act": "person"}
                            {"text": "方斜路90号着火了快来人", "act": "help", "danger": "fire", "when": "now"}
                            """);
            var result = trial.run("utterances", "--test", test, "--model");
            assertThat(result.figures())
                    .startsWith("items=2 act=0.500")
                    .contains(
                            "danger_recall=1.000", "model_act=1.000", "model_danger_recall=1.000");
            assertThat(played.asked()).as("the danger is not asked about").hasSize(1);
        }
    }

    @Test
    void refusesAnUtteranceWithoutAnAct() throws IOException {
        var trial = new Trial(home, null);
        var test = trial.write("x.jsonl", "{\"text\": \"你好\"}");
        var result = trial.run("utterances", "--test", test);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.progress()).contains("第 1 行：缺少 act");
    }

    @Test
    void countsWhatIsReadFromReportsByHand() throws IOException {
        var trial = new Trial(home, null);
        var test =
                trial.write(
                        "x.jsonl",
                        """
                        {"text": "方斜路90号门口路灯不亮了", "category": "C0137", "urgent": false, \
                        "danger": "none", "place": "方斜路90号", "neighbourhood": ""}
                        {"text": "楼梯间着火了", "category": "C0201", "urgent": true, "danger": "fire", \
                        "place": "河南南路1号", "neighbourhood": "文庙居委会"}
                        """);
        var result = trial.run("categories", "--test", test);
        assertThat(result.figures())
                .isEqualTo(
                        "items=2 top1=0.500 top3=0.500 urgent_recall=1.000 danger_recall=1.000"
                                + " place=0.500 area=0.000");
    }

    @Test
    void halfOfTheLongerPlaceIsEnough() {
        assertThat(Categories.alike("方斜路90号", "方斜路 90 号门口")).isTrue();
        assertThat(Categories.alike("蓬莱路口", "蓬莱大楼")).isTrue();
        assertThat(Categories.alike("蓬莱路口", "方斜路上的花坛")).isFalse();
        assertThat(Categories.alike("蓬莱路", "")).isFalse();
    }

    @Test
    void countsDuplicatesByHand() throws IOException {
        var trial = new Trial(home, null);
        var lamp = "方斜路90号路灯不亮了";
        var again = "方斜路90号的路灯不亮，太黑了";
        var test =
                trial.write(
                        "x.jsonl",
                        pair(lamp, again, true, 2)
                                + pair(lamp, again, false, 72)
                                + pair(lamp, again, true, 73)
                                + pair(lamp, "方斜路32号路灯不亮了", false, 1)
                                + pair(lamp, "方斜路90号垃圾没人收，堆满了", false, 1));
        // Held for one: the first two, of which one is; the third is a case of its own by then.
        assertThat(trial.run("duplicates", "--test", test).figures())
                .isEqualTo("pairs=5 precision=0.500 recall=0.500");
    }

    private static String pair(String a, String b, boolean same, int hours) {
        return "{\"a\": \"%s\", \"b\": \"%s\", \"same\": %s, \"hours_apart\": %d}\n"
                .formatted(a, b, same, hours);
    }
}
