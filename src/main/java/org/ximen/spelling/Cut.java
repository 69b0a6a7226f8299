package org.ximen.spelling;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A text and the known words in it: how far they reach over each of its characters. */
final class Cut {
    private final String text;
    private final boolean[] starts;
    private final int[] first;
    private final int[] last;

    Cut(String text) {
        this.text = text;
        this.starts = new boolean[text.length() + 1];
        this.first = new int[text.length()];
        this.last = new int[text.length()];
        Arrays.setAll(first, at -> at);
        Arrays.setAll(last, at -> at);
    }

    /** Marks where the words begin and how far those reach that are known. */
    void pieces(List<String> pieces, Predicate<String> known) {
        int at = 0;
        for (var piece : pieces) {
            starts[at] = true;
            if (known.test(piece)) {
                reach(at, at + piece.length());
            }
            at += piece.length();
        }
        starts[at] = true;
    }

    /** Marks a known word. */
    void reach(int from, int to) {
        for (int at = from; at < to; at++) {
            first[at] = Math.min(first[at], from);
            last[at] = Math.max(last[at], to - 1);
        }
    }

    String text() {
        return text;
    }

    char at(int at) {
        return text.charAt(at);
    }

    /** Whether no known word of two characters and more has this one. */
    boolean free(int at) {
        return first[at] == last[at];
    }

    /** Whether all known words that have this character lie between these places. */
    boolean within(int at, int from, int to) {
        return first[at] >= from && last[at] < to;
    }

    /** Whether pieces begin and end just here. */
    boolean whole(int from, int to) {
        return starts[from] && starts[to];
    }
}
