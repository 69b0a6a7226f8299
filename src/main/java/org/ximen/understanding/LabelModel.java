package org.ximen.understanding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells by which of a few labels a short text goes, learnt from examples. Thread-safe; it neither
 * reads nor writes anything once it is loaded.
 */
public final class LabelModel {
    private final String key;
    private final float[] centre;
    private final LabelledHead head;

    /**
     * A text with its label.
     *
     * @param vector the encoder's; all of one length
     */
    public record Labelled(String text, String label, float[] vector) {}

    /** A label and how probable it is, 0 to 1. */
    public record LabelGuess(String label, double probability) {}

    private LabelModel(String key, float[] centre, LabelledHead head) {
        this.key = key;
        this.centre = centre;
        this.head = head;
    }

    /**
     * Learns from examples; the same ones always give the same model.
     *
     * @param key names the examples
     * @param examples at least one
     */
    public static LabelModel learn(String key, List<Labelled> examples) {
        var labels = new TreeSet<String>();
        examples.forEach(example -> labels.add(example.label()));
        var names = List.copyOf(labels);
        var centre = centre(examples);
        var lessons = examples.stream().map(each -> lesson(each, names, centre)).toList();
        var head = HeadTraining.learn(lessons, names.size(), Recipe.OTHERS, () -> {});
        return new LabelModel(key, centre, new LabelledHead(names, head));
    }

    private static Lesson lesson(Labelled example, List<String> names, float[] centre) {
        return new Lesson(
                signal(example.text(), example.vector(), centre),
                1L << names.indexOf(example.label()),
                1);
    }

    private static Signal signal(String text, float @Nullable [] vector, float[] centre) {
        return ReadingModel.signal(text, vector, DialogueState.IDLE, centre);
    }

    private static float[] centre(List<Labelled> examples) {
        var centre = new float[examples.getFirst().vector().length];
        for (var example : examples) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += example.vector()[i] / examples.size();
            }
        }
        return centre;
    }

    /** Names the examples it was learnt from. */
    public String key() {
        return key;
    }

    /**
     * The most probable label.
     *
     * @param vector the encoder's; null where there is none, which is a little worse
     */
    public LabelGuess guess(String text, float @Nullable [] vector) {
        var best = head.best(signal(text, vector, centre), 1, 1).getFirst();
        return new LabelGuess(best.name(), best.probability());
    }

    /** Writes all of it. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeUTF(key);
        out.writeInt(centre.length);
        for (float each : centre) {
            out.writeFloat(each);
        }
        head.write(out);
        out.flush();
    }

    /** Reads what {@link #write} wrote. */
    public static LabelModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        var key = in.readUTF();
        var centre = new float[in.readInt()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = in.readFloat();
        }
        return new LabelModel(key, centre, LabelledHead.read(in));
    }
}
