package org.ximen.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Learnt learnt = Learnt.SHIPPED;

    /** What was learnt, and the words it was learnt from. */
    private record Learnt(
            LabelModel model, Set<String> words, Set<String> before, Set<Integer> characters) {
        /** Read at the first use, once for all. */
        static final Learnt SHIPPED = shipped();

        private static Learnt shipped() {
            var examples =
                    FactExamples.shipped().stream()
                            .filter(FactExamples.FactExample::asksOfAPlace)
                            .map(FactExamples.FactExample::words)
                            .toList();
            var cut = examples.stream().map(Words::of).toList();
            return new Learnt(
                    read(),
                    set(cut.stream().flatMap(List::stream)),
                    set(cut.stream().flatMap(all -> FactReader.before(all).stream())),
                    set(examples.stream().flatMapToInt(String::codePoints).boxed()));
        }

        private static <T> Set<T> set(Stream<T> all) {
            return all.collect(Collectors.toUnmodifiableSet());
        }

        private static LabelModel read() {
            try (var in = FactReader.class.getResourceAsStream(MODEL)) {
                return LabelModel.read(Objects.requireNonNull(in, MODEL));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    FactReader(@Nullable Embedder embedder) {
        this.embedder = embedder;
    }

    /** What a clause wants, its place, day and time already put aside; never empty. */
    List<FactWanted> wanted(String frame) {
        if (frame.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return NOTHING;
        }
        var guess = learnt.model().guess(frame, vector(frame));
        var facts = FactExamples.facts(guess.label());
        boolean open = facts.stream().anyMatch(FactWanted::isOfNoPlace); // whatever the trouble is
        return guess.probability() < SURE || !open && speaksOfMore(frame) ? NOTHING : facts;
    }

    private boolean speaksOfMore(String frame) {
        var all = Words.of(frame);
        return !all.stream().allMatch(this::isKnown) || !learnt.before().containsAll(before(all));
    }

    private boolean isKnown(String word) {
        return learnt.words().contains(word)
                || word.codePoints().noneMatch(Character::isLetterOrDigit)
                || word.codePoints()
                        .allMatch(
                                c -> Character.isIdeographic(c) && learnt.characters().contains(c));
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
