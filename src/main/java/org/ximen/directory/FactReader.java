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
    private static final String OF = "的";
    private static final List<FactWanted> NOTHING = List.of(FactWanted.NONE);

    private final @Nullable Embedder embedder;
    private final LabelModel model = shipped();
    private final Set<String> words = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private final Set<Integer> characters = new HashSet<>();

    FactReader(@Nullable Embedder embedder) {
        this.embedder = embedder;
        for (var example : FactExamples.shipped()) {
            if (example.asksOfAPlace()) {
                var all = Words.of(example.words());
                words.addAll(all);
                before.addAll(before(all));
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

    /** What a clause wants, its place, day and time already put aside; never empty. */
    List<FactWanted> wanted(String frame) {
        if (frame.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return NOTHING;
        }
        var guess = model.guess(frame, vector(frame));
        var facts = FactExamples.facts(guess.label());
        boolean open = facts.contains(FactWanted.HANDLED); // whatever the trouble is
        return guess.probability() < SURE || !open && speaksOfMore(frame) ? NOTHING : facts;
    }

    private boolean speaksOfMore(String frame) {
        var all = Words.of(frame);
        return !all.stream().allMatch(this::isKnown) || !before.containsAll(before(all));
    }

    private boolean isKnown(String word) {
        return words.contains(word)
                || word.codePoints().noneMatch(Character::isLetterOrDigit)
                || word.codePoints()
                        .allMatch(c -> Character.isIdeographic(c) && characters.contains(c));
    }

    /** What stands before the place, which may say that another is meant: 学校食堂, 学校的食堂. */
    private static Set<String> before(List<String> all) {
        var words = all.stream().filter(word -> !word.isBlank()).toList();
        var before = new HashSet<String>();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals(AskedClause.PLACE)) {
                boolean joined = i > 1 && words.get(i - 1).equals(OF);
                before.add(words.get(joined ? i - 2 : i - 1));
            }
        }
        return before;
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
