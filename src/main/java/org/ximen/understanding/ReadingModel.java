package org.ximen.understanding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.DangerReading.Level;

/**
 * All that was learnt from one set of examples.
 *
 * @param key of the examples, the encoder and the way of learning
 * @param centre the mean of the encoder's vectors over the examples
 * @param levels how near a danger is: the first four {@link #LEVELS}
 * @param bodies who is responsible for what is not ours
 * @param verdicts what is thought of what was done: {@link Verdict#LABELS}
 */
record ReadingModel(
        String key,
        float[] centre,
        LabelledHead acts,
        LabelledHead levels,
        LabelledHead families,
        LabelledHead categories,
        LabelledHead bodies,
        LabelledHead verdicts,
        Calibration calibration) {
    /** The levels that examples tell apart; a soft one is only ever a guess. */
    static final List<Level> LEVELS = List.of(Level.NONE, Level.MENTIONED, Level.HAZARD, Level.NOW);

    private static final int BUFFER = 1 << 16;
    private static final int CATEGORIES = 3;

    /**
     * The text as numbers.
     *
     * @param vector of the encoder; null where there is none
     */
    Signal signal(String text, float @Nullable [] vector, DialogueState state) {
        return signal(text, vector, state, centre);
    }

    static Signal signal(
            String text, float @Nullable [] vector, DialogueState state, float[] centre) {
        var own = new float[centre.length];
        for (int i = 0; vector != null && i < own.length; i++) {
            own[i] = vector[i] - centre[i];
        }
        return new Signal(NGrams.of(text), own, state);
    }

    /** All acts, most probable first. */
    List<ActGuess> acts(Signal signal) {
        var probabilities = acts.probabilities(signal, calibration.acts());
        return Arrays.stream(Act.values())
                .map(act -> new ActGuess(act, probabilities[act.ordinal()]))
                .sorted(Comparator.comparingDouble(ActGuess::probability).reversed())
                .toList();
    }

    /** The danger that is spoken of. */
    DangerReading danger(Signal signal, double help) {
        var near = levels.probabilities(signal, 1);
        double now = calibration.danger(share(near, Level.NOW), help);
        var otherwise = otherwise(near);
        var level =
                now >= calibration.now()
                        ? Level.NOW
                        : now >= calibration.soft() ? Level.SOFT : otherwise;
        var family =
                level == Level.NONE
                        ? DangerReading.NONE
                        : families.best(signal, 1, 1).getFirst().name();
        boolean doubted = share(near, otherwise) > share(near, Level.NOW);
        return new DangerReading(family, level, now, otherwise, doubted);
    }

    private static Level otherwise(double[] near) {
        return LEVELS.stream()
                .filter(level -> level != Level.NOW)
                .max(Comparator.comparingDouble(level -> share(near, level)))
                .orElseThrow();
    }

    private static double share(double[] near, Level level) {
        return near[LEVELS.indexOf(level)];
    }

    /** The most probable kinds of thing. */
    List<CategoryGuess> categories(Signal signal) {
        return categories.best(signal, calibration.categories(), CATEGORIES).stream()
                .map(guess -> new CategoryGuess(guess.name(), guess.probability()))
                .toList();
    }

    /** Who is responsible, if that is at least so probable. */
    Optional<String> body(Signal signal, double atLeast) {
        return bodies.best(signal, 1, 1).stream()
                .filter(guess -> guess.probability() >= atLeast)
                .map(LabelledHead.Guess::name)
                .findFirst();
    }

    /** What is thought of what was done, most probable first. */
    List<LabelledHead.Guess> verdicts(Signal signal) {
        return verdicts.best(signal, 1, Verdict.LABELS.size());
    }

    ReadingModel with(Calibration better) {
        return new ReadingModel(
                key, centre, acts, levels, families, categories, bodies, verdicts, better);
    }

    void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream, BUFFER));
        out.writeUTF(key);
        out.writeInt(centre.length);
        for (float each : centre) {
            out.writeFloat(each);
        }
        calibration.write(out);
        write(out, List.of(acts, levels, families, categories, bodies, verdicts));
        out.flush();
    }

    private static void write(DataOutput out, List<LabelledHead> heads) throws IOException {
        for (var head : heads) {
            head.write(out);
        }
    }

    static ReadingModel read(InputStream stream) throws IOException {
        DataInput in = new DataInputStream(new BufferedInputStream(stream, BUFFER));
        var key = in.readUTF();
        var centre = new float[in.readInt()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = in.readFloat();
        }
        var calibration = Calibration.read(in);
        return new ReadingModel(
                key,
                centre,
                LabelledHead.read(in),
                LabelledHead.read(in),
                LabelledHead.read(in),
                LabelledHead.read(in),
                LabelledHead.read(in),
                LabelledHead.read(in),
                calibration);
    }
}
