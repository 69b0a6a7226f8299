package org.ximen.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ximen.text.Pinyin;
import org.ximen.text.Words;

/**
 * Slips of the pen in Chinese characters: what no file has, where a word that sounds or looks alike
 * is known. What is a word itself, or may stand alone, is left as it is.
 */
final class Spelling {
    // Two characters are soon alike; what stands in one passage only may itself be a slip.
    private static final int KNOWN_SHORT = 2;

    private final Wordbook wordbook;
    private final Vocabulary known;

    Spelling(Wordbook wordbook, Vocabulary known) {
        this.wordbook = wordbook;
        this.known = known;
    }

    /** A run of Chinese characters. */
    private record Span(int from, int to) {
        boolean isShort() {
            return to - from == Change.SHORT;
        }
    }

    /** What to change in a text, in its order, nothing overlapping. */
    List<Change> changes(String text) {
        var pieces = wordbook.pieces(text);
        var cut = cut(text, pieces);
        var strict = strict(text, pieces);
        var all = new ArrayList<Change>();
        for (var span : spans(text)) {
            changes(span.isShort() ? strict : cut, span).stream()
                    .filter(change -> change.isSure() || change.in(strict).believable())
                    .forEach(all::add);
        }
        return best(all);
    }

    /** All runs that are as long as a known word may be. */
    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        for (int from = 0; from < text.length(); from++) {
            int most = Math.min(text.length(), from + Vocabulary.LONGEST);
            for (int to = from + 1; to <= most && chinese(text.charAt(to - 1)); to++) {
                if (to - from >= Change.SHORT) {
                    spans.add(new Span(from, to));
                }
            }
        }
        return spans;
    }

    private static boolean chinese(char one) {
        return !Pinyin.of(one).isEmpty();
    }

    private Cut cut(String text, List<String> pieces) {
        var cut = new Cut(text);
        for (var span : spans(text)) {
            if (known.has(text.substring(span.from(), span.to()))) {
                cut.reach(span.from(), span.to());
            }
        }
        cut.pieces(pieces, known::has);
        return cut;
    }

    /** The same with all words of the language. */
    private Cut strict(String text, List<String> pieces) {
        var cut = cut(text, pieces);
        cut.pieces(pieces, any -> true);
        cut.pieces(Words.of(text), any -> true);
        return cut;
    }

    private List<Change> changes(Cut cut, Span span) {
        var written = cut.text().substring(span.from(), span.to());
        if (known.has(written)) {
            return List.of();
        }
        var changes =
                candidates(written)
                        .distinct()
                        .filter(word -> !span.isShort() || known.count(word) >= KNOWN_SHORT)
                        .map(word -> new Change(cut, span.from(), word))
                        .filter(Change::believable)
                        .toList();
        return changes.isEmpty() || wordbook.count(written) > 0 ? List.of() : changes;
    }

    private Stream<String> candidates(String written) {
        var candidates = new ArrayList<>(known.alike(written));
        for (int at = 0; at < written.length(); at++) {
            for (char mate : Shapes.mates(written.charAt(at))) {
                var word = written.substring(0, at) + mate + written.substring(at + 1);
                if (known.has(word)) {
                    candidates.add(word);
                }
            }
            candidates.addAll(known.differing(written, at));
        }
        return candidates.stream();
    }

    private List<Change> best(List<Change> all) {
        all.sort(Comparator.comparingDouble(change -> -worth(change)));
        var best = new ArrayList<Change>();
        for (var change : all) {
            if (best.stream().noneMatch(change::overlaps)) {
                best.add(change);
            }
        }
        best.sort(Comparator.comparingInt(Change::from));
        return best;
    }

    private double worth(Change change) {
        return change.worth(known.count(change.word()));
    }
}
