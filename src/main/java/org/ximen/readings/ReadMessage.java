package org.ximen.readings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CategoryLessons;
import org.ximen.district.District;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.DialogueState;

/**
 * What was read from a message.
 *
 * @param words without names, and without numbers that lead to a person or a door
 * @param next the second most probable act
 * @param categories at most three, most probable first
 * @param restricted whether only those who may see cases may see it
 */
public record ReadMessage(
        String words,
        DialogueState state,
        ActGuess act,
        @Nullable ActGuess next,
        List<CategoryGuess> categories,
        DangerReading danger,
        boolean restricted) {
    public ReadMessage {
        categories = List.copyOf(categories);
    }

    static ReadMessage of(HeardMessage heard, District district) {
        var reading = heard.reading();
        var read =
                new ReadMessage(
                        MaskedWords.of(heard.words(), district),
                        heard.state(),
                        heard.acts().getFirst(),
                        heard.acts().size() < 2 ? null : heard.acts().get(1),
                        reading.categories(),
                        reading.danger(),
                        false);
        return heard.ofCase() || read.alarms() ? read.withheld() : read;
    }

    /** The words of a case, as it was sorted until somebody said better. */
    static ReadMessage ofCase(CategoryLessons.Confirmed confirmed, District district) {
        return new ReadMessage(
                MaskedWords.of(confirmed.words(), district),
                DialogueState.IDLE,
                new ActGuess(Act.REPORT, 1),
                null,
                List.of(new CategoryGuess(confirmed.before(), 1)),
                new DangerReading(DangerReading.NONE, Level.NONE, 0),
                true);
    }

    private ReadMessage withheld() {
        return new ReadMessage(words, state, act, next, categories, danger, true);
    }

    /** Whether advice or a word of caution went first. */
    public boolean alarms() {
        return danger.level() == Level.NOW || danger.level() == Level.SOFT;
    }
}
