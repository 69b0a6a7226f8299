package org.ximen.dialogue.ask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Continuation;
import org.ximen.understanding.LabelModel;

/** Knows by examples how people go on asking, and how they begin with something else. */
final class NextQuestion implements Continuation {
    /** The label of those that go on; all others stand by themselves. */
    static final String GOES_ON = "on";

    private static final String MODEL = "going-on.bin";
    // Nothing is surer than this.
    private static final double LEAST = 0.001;

    private final LabelModel model;

    NextQuestion(LabelModel model) {
        this.model = model;
    }

    static NextQuestion shipped() {
        try (var in = NextQuestion.class.getResourceAsStream(MODEL)) {
            return new NextQuestion(LabelModel.read(Objects.requireNonNull(in, MODEL)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double logOdds(String question, float @Nullable [] vector) {
        var guess = model.guess(question, vector);
        double on = guess.label().equals(GOES_ON) ? guess.probability() : 1 - guess.probability();
        double bounded = Math.clamp(on, LEAST, 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }
}
