package org.ximen.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.ximen.meaning.ModelQuestion;
import org.ximen.meaning.ModelQuestion.Form;
import org.ximen.meaning.ModelQuestion.Part;
import org.ximen.meaning.ModelQuestion.Purpose;
import org.ximen.models.ModelSettings.JsonForm;
import org.ximen.played.PlayedModel;
import org.ximen.played.PlayedModel.Fault;
import org.ximen.testing.SettableClock;

class RemoteLanguageModelTest {
    private static final ModelQuestion QUESTION =
            new ModelQuestion(
                    Purpose.PHRASING,
                    "Answer.",
                    "{\"question\":\"调解收费吗\"}",
                    List.of(
                            Part.of("answer", Form.TEXT),
                            Part.of("used", Form.NUMBERS),
                            Part.of("enough", Form.FLAG),
                            Part.choice("action", List.of("none", "report"))));

    private final PlayedModel played = new PlayedModel();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");

    @AfterEach
    void close() {
        played.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysWhatTheServerSaysWholeOrWordByWord(boolean stream) {
        played.says("{\"answer\":\"不收费〔1〕。\"}");
        assertThat(model(stream, Duration.ofSeconds(20)).answer(QUESTION))
                .contains("{\"answer\":\"不收费〔1〕。\"}");
        assertThat(calls("answered")).isOne();
        var request = played.asked().getFirst();
        assertThat(request.path("model").asString()).isEqualTo("played");
        assertThat(request.path("messages").path(0).path("content").asString())
                .isEqualTo("Answer.");
        assertThat(PlayedModel.material(request).path("question").asString()).isEqualTo("调解收费吗");
        assertThat(request.path("response_format").path("type").asString())
                .isEqualTo("json_object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n{\"a\":1}\n```",
                "<think>他问收费。</think>\n\n{\"a\":1}",
                "<think>\n</think>```\n{\"a\":1}```"
            })
    void leavesAwayWhatSomeModelsSayAroundTheObject(String said) {
        played.says(said);
        assertThat(model(false, Duration.ofSeconds(20)).answer(QUESTION))
                .hasValueSatisfying(words -> assertThat(words.strip()).isEqualTo("{\"a\":1}"));
    }

    @Test
    void countsWhatItCosts() {
        played.says("{}");
        model(false, Duration.ofSeconds(20)).answer(QUESTION);
        assertThat(tokens("in")).isEqualTo(100);
        assertThat(tokens("out")).isEqualTo(20);
    }

    @Test
    void asksByASchemaWhereTheServerKnowsThem() {
        played.says("{}");
        var settings =
                new ModelSettings(
                        played.base(),
                        PlayedModel.KEY,
                        "played",
                        null,
                        null,
                        false,
                        JsonForm.SCHEMA);
        new RemoteLanguageModel(settings, "test", registry, clock).answer(QUESTION);
        var schema = played.asked().getFirst().path("response_format").path("json_schema");
        var action = schema.path("schema").path("properties").path("action");
        assertThat(action.path("enum").toString()).isEqualTo("[\"none\",\"report\"]");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "SILENT", "CUT"})
    void saysNothingWhereTheServerFails(Fault fault) {
        played.has(fault);
        for (boolean stream : new boolean[] {false, true}) {
            assertThat(model(stream, Duration.ofSeconds(20)).answer(QUESTION)).isEmpty();
        }
        assertThat(calls("answered")).isZero();
    }

    @Test
    void saysNothingOfAnAnswerThatWasCut() {
        played.says("{\"answer\":\"不收取任何费用〔1〕。\",\"enough\":true}");
        played.has(Fault.CUT);
        assertThat(model(false, Duration.ofSeconds(20)).answer(QUESTION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsNoLongerThanTheStreetAllows(boolean stream) {
        played.has(Fault.SILENT);
        assertThat(model(stream, Duration.ofMillis(200)).answer(QUESTION)).isEmpty();
        assertThat(calls("late") + calls("failed")).isOne();
    }

    @Test
    void leavesAFailingServerInPeaceAndTriesItAgain() {
        played.has(Fault.BROKEN);
        var model = model(false, Duration.ofSeconds(20));
        for (int i = 0; i < 5; i++) {
            assertThat(model.answer(QUESTION)).isEmpty();
        }
        assertThat(played.asked()).hasSize(3);
        assertThat(model.isResting()).isTrue();
        assertThat(registry.get("ximen.model.resting").gauge().value()).isOne();
        clock.pass(Duration.ofSeconds(31));
        model.answer(QUESTION);
        clock.pass(Duration.ofSeconds(31));
        model.answer(QUESTION);
        assertThat(played.asked()).as("a failed trial doubles the rest").hasSize(4);
        clock.pass(Duration.ofSeconds(31));
        played.has(Fault.NONE);
        assertThat(model.answer(QUESTION)).contains("{}");
        assertThat(model.isResting()).isFalse();
    }

    @Test
    void makesNoMoreCallsAtOnceThanTheStreetAllows() throws InterruptedException {
        var within = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        played.says(material -> held(within, go));
        var model = model(false, Duration.ofSeconds(60));
        var first = Thread.startVirtualThread(() -> model.answer(QUESTION));
        var second = Thread.startVirtualThread(() -> model.answer(QUESTION));
        within.await();
        assertThat(model.answer(QUESTION)).isEmpty();
        assertThat(calls("busy")).isOne();
        go.countDown();
        first.join();
        second.join();
        assertThat(calls("answered")).isEqualTo(2);
    }

    private static String held(CountDownLatch within, CountDownLatch go) {
        within.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "{}";
    }

    /** The played server puts the key into the message of its error 500. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void writesTheKeyNowhere(CapturedOutput output) {
        var logging = LoggingSystem.get(RemoteLanguageModel.class.getClassLoader());
        logging.setLogLevel("org.ximen.models", LogLevel.DEBUG);
        logging.setLogLevel("dev.langchain4j", LogLevel.DEBUG);
        played.has(Fault.BROKEN);
        var model = model(false, Duration.ofSeconds(20));
        for (int i = 0; i < 4; i++) {
            model.answer(QUESTION);
        }
        logging.setLogLevel("org.ximen.models", null);
        logging.setLogLevel("dev.langchain4j", null);
        assertThat(output.getAll()).contains("HTTP 500").doesNotContain(PlayedModel.KEY);
        assertThat(settings(false, Duration.ofSeconds(1)).toString())
                .doesNotContain(PlayedModel.KEY);
    }

    private RemoteLanguageModel model(boolean stream, Duration timeout) {
        return new RemoteLanguageModel(settings(stream, timeout), "test", registry, clock);
    }

    private ModelSettings settings(boolean stream, Duration timeout) {
        return new ModelSettings(
                played.base(), PlayedModel.KEY, "played", timeout, 2, stream, null);
    }

    private double calls(String outcome) {
        var counter =
                registry.find("ximen.model.calls")
                        .tags("purpose", "phrasing", "outcome", outcome)
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    private double tokens(String kind) {
        return registry.get("ximen.model.tokens").tag("kind", kind).counter().count();
    }
}
