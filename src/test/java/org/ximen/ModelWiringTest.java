package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.ximen.meaning.LanguageModel;
import org.ximen.meaning.ModelQuestion;
import org.ximen.models.ModelSettings;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.played.PlayedModel;
import org.ximen.played.PlayedModel.Fault;
import org.ximen.testing.SettableClock;

class ModelWiringTest {
    private static final ModelQuestion QUESTION =
            new ModelQuestion(ModelQuestion.Purpose.DRAFT, "Draft.", "{}", List.of());

    /** Without it residents are answered as well: it never makes the product DOWN. */
    @Test
    void aModelThatRestsIsNoReasonToBeDown() {
        try (var played = new PlayedModel()) {
            var settings =
                    new ModelSettings(
                            played.base(), PlayedModel.KEY, "played", null, null, false, null);
            var model =
                    new RemoteLanguageModel(
                            settings,
                            "test",
                            new SimpleMeterRegistry(),
                            new SettableClock("2026-11-23T02:00:00Z"));
            assertThat(status(model)).isEqualTo(Status.UP);
            played.has(Fault.BROKEN);
            for (int i = 0; i < 3; i++) {
                model.answer(QUESTION);
            }
            assertThat(status(model)).isEqualTo(Status.UNKNOWN);
        }
    }

    @Test
    void aStreetWithoutAModelIsWell() {
        assertThat(status(LanguageModel.NONE)).isEqualTo(Status.UP);
    }

    private static Status status(LanguageModel model) {
        var health = new ModelWiring().languageModelHealthIndicator(model).health();
        return health == null ? Status.DOWN : health.getStatus();
    }
}
