package org.ximen.understanding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.DangerReading.Level;
import tools.jackson.databind.JsonNode;

/**
 * A text with what it means.
 *
 * @param author who wrote it: folds leave out one author's texts at a time
 * @param acts the act; several where the label is coarser than ours, none where it is not known
 * @param category a code of the code table, or {@link CategoryGuess#OTHER}
 * @param danger the family, {@link DangerReading#NONE} if there is none; null where it is not known
 * @param levels how near the danger is; several where the label is coarser, none where not known
 * @param body for what is not ours: id of who is responsible
 * @param place the characters of the text that say where
 * @param verdict for a rating: a label of {@link Verdict}
 */
public record Example(
        String author,
        String text,
        Situation situation,
        Set<Act> acts,
        @Nullable String category,
        @Nullable String danger,
        Set<Level> levels,
        @Nullable String body,
        @Nullable String place,
        @Nullable String verdict) {
    public Example {
        acts = copy(acts, Act.class);
        levels = copy(levels, Level.class);
    }

    private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type) {
        var copy = EnumSet.noneOf(type);
        copy.addAll(set);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * The example of an object with the keys text, act, state, topic, category, danger, when, body
     * and place.
     *
     * @throws IllegalArgumentException if it is not one of which act and danger are known exactly
     */
    public static Example of(JsonNode node) {
        var example = ExampleFile.example("", node);
        if (!example.isWhole()) {
            throw new IllegalArgumentException("缺少 act");
        }
        return example;
    }

    /** Whether act and danger are known exactly. */
    public boolean isWhole() {
        return acts.size() == 1 && levels.size() == 1;
    }

    /** Of an example that {@link #isWhole}. */
    public Act act() {
        return acts.iterator().next();
    }

    /** Of an example that {@link #isWhole}. */
    public Level level() {
        return levels.iterator().next();
    }

    /** All that a model learns from it, as one line. */
    String canonical() {
        return String.join(
                "\t",
                author,
                text,
                situation.state().label(),
                acts.toString(),
                String.valueOf(category),
                String.valueOf(danger),
                levels.toString(),
                String.valueOf(body),
                String.valueOf(verdict));
    }
}
