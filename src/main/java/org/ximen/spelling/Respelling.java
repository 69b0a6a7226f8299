package org.ximen.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/** Reads a question with slips of the pen, or in pinyin, as it was probably meant. */
public final class Respelling {
    // A question is a line or two; in a longer text one slip does little harm.
    private static final int LONGEST = 60;
    // A word that a street lists counts like one that so many passages have.
    private static final int LISTED = 20;
    // Titles are made of words, and so are the things they name: 居住 证.
    private static final int MOST_PIECES = 3;
    private static final int LONGEST_NAME = 6;

    private final Wordbook wordbook;
    private final Supplier<Set<String>> heads;
    private final Supplier<List<String>> listed;
    private final Executor background;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Known last;

    /** All that the known words are taken from: they are taken again when it changes. */
    private record Sources(long edition, List<String> listed) {
        boolean sameList(Sources other) {
            return listed.equals(other.listed);
        }
    }

    private record Known(Sources sources, Letters letters, Spelling spelling) {}

    /**
     * @param heads titles and headings of the files: what they name are known words
     * @param listed words that the street knows; a change of them counts from the next question on
     * @param background takes the words of changed files again, which may last a second for many
     */
    public Respelling(
            Wordbook wordbook,
            Supplier<Set<String>> heads,
            Supplier<List<String>> listed,
            Executor background) {
        this.wordbook = wordbook;
        this.heads = heads;
        this.listed = listed;
        this.background = background;
    }

    /**
     * The question as it was probably meant.
     *
     * @param text made comparable
     */
    public Spelt of(String text) {
        if (text.length() > LONGEST) {
            return Spelt.as(text);
        }
        var known = known();
        var read = known.letters().read(text).orElseGet(() -> Spelt.as(text));
        var meant = new StringBuilder(read.text());
        var words = new ArrayList<>(read.words());
        for (var change : known.spelling().changes(read.text())) {
            meant.replace(change.from(), change.to(), change.word());
            words.add(change.word());
        }
        return new Spelt(meant.toString(), words, read.letters());
    }

    private Known known() {
        var sources = new Sources(wordbook.edition(), listed.get());
        var now = last;
        if (now == null || !now.sources().sameList(sources)) {
            return renew(sources);
        }
        if (!now.sources().equals(sources) && renewing.compareAndSet(false, true)) {
            background.execute(() -> renew(sources));
            return Objects.requireNonNullElse(last, now);
        }
        return now;
    }

    private synchronized Known renew(Sources sources) {
        try {
            var now = last;
            if (now == null || !now.sources().equals(sources)) {
                now = known(sources);
                last = now;
            }
            return now;
        } finally {
            renewing.set(false);
        }
    }

    private Known known(Sources sources) {
        var known = new Vocabulary(words(sources));
        return new Known(sources, new Letters(wordbook, known), new Spelling(wordbook, known));
    }

    private Map<String, Integer> words(Sources sources) {
        var words = new HashMap<>(wordbook.vocabulary());
        Letters.SPOKEN.forEach((word, count) -> words.merge(word, count, Math::max));
        sources.listed().forEach(word -> words.merge(word, LISTED, Math::max));
        heads.get().forEach(head -> join(wordbook.pieces(Plain.comparable(head)), words));
        return words;
    }

    /** Adds what two or three pieces side by side name. */
    private static void join(List<String> pieces, Map<String, Integer> words) {
        for (int from = 0; from < pieces.size(); from++) {
            var word = new StringBuilder();
            int end = Math.min(pieces.size(), from + MOST_PIECES);
            for (int at = from; at < end && names(pieces.get(at)); at++) {
                word.append(pieces.get(at));
                if (at > from && word.length() <= LONGEST_NAME) {
                    words.merge(word.toString(), 1, Integer::sum);
                }
            }
        }
    }

    /** Whether a piece of a heading may be part of a name: 证, but not 在 or 哪里. */
    private static boolean names(String piece) {
        return !Letters.SPOKEN.containsKey(piece)
                && (piece.length() > 1 || !Change.alone(piece.charAt(0)));
    }
}
