package org.ximen.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.meaning.Embedder;
import org.ximen.text.Words;
import org.ximen.understanding.LabelModel;

/**
 * Tells what a question wants to know, by what was learnt from {@link FactExamples}; words that no
 * example of a question has are about something that is not in the directory.
 */
final class FactReader {
    private static final Logger LOG = LoggerFactory.getLogger(FactReader.class);
    private static final String MODEL = "facts.bin";
    // Below it the library is asked.
    private static final double SURE = 0.6;

    private final @Nullable Embedder embedder;
    private final LabelModel model = shipped();
    private final Set<String> words = new HashSet<>();
    private final Set<Integer> characters = new HashSet<>();

    FactReader(@Nullable Embedder embedder) {
        this.embedder = embedder;
        for (var example : FactExamples.shipped()) {
            if (example.fact() != FactWanted.NONE) {
                words.addAll(Words.of(example.words()));
                example.words().codePoints().forEach(characters::add);
            }
        }
    }

    private static LabelModel shipped() {
        try (var in = FactReader.class.getResourceAsStream(MODEL)) {
            return LabelModel.read(Objects.requireNonNull(in, MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a question wants, its place and day already put aside. */
    FactWanted wanted(String frame) {
        if (frame.codePoints().noneMatch(Character::isLetterOrDigit) || speaksOfMore(frame)) {
            return FactWanted.NONE;
        }
        var guess = model.guess(frame, vector(frame));
        return guess.probability() >= SURE ? FactWanted.valueOf(guess.label()) : FactWanted.NONE;
    }

    private boolean speaksOfMore(String frame) {
        return Words.of(frame).stream().anyMatch(word -> !isKnown(word));
    }

    private boolean isKnown(String word) {
        return words.contains(word)
                || word.codePoints().noneMatch(Character::isLetterOrDigit)
                || word.codePoints()
                        .allMatch(c -> Character.isIdeographic(c) && characters.contains(c));
    }

    private float @Nullable [] vector(String frame) {
        if (embedder == null) {
            return null;
        }
        try {
            return embedder.embed(List.of(frame)).getFirst().vector();
        } catch (RuntimeException e) { // n-grams still tell
            LOG.warn("The embedding model failed, reading by n-grams only", e);
            return null;
        }
    }
}
