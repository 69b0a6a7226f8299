package org.ximen.district;

import java.util.ArrayList;
import java.util.Locale;
import org.ximen.text.Plain;

/** A text brought to its comparable form character by character, with the way back. */
final class Folded {
    private final String original;
    private final String plain;
    // of each character of plain: where its original begins and ends
    private final int[] starts;
    private final int[] ends;

    Folded(String original) {
        this.original = original;
        var folded = new StringBuilder();
        var from = new ArrayList<int[]>();
        for (int i = 0; i < original.length(); ) {
            int next = i + Character.charCount(original.codePointAt(i));
            var one = fold(original.substring(i, next));
            for (int k = 0; k < one.length(); k++) {
                from.add(new int[] {i, next});
            }
            folded.append(one);
            i = next;
        }
        this.plain = folded.toString();
        this.starts = from.stream().mapToInt(span -> span[0]).toArray();
        this.ends = from.stream().mapToInt(span -> span[1]).toArray();
    }

    private static String fold(String one) {
        char first = one.charAt(0);
        if (first < 0x80) {
            return one.isBlank() ? " " : one.toLowerCase(Locale.ROOT);
        }
        return one.isBlank() || first == '\u3000' ? " " : Plain.comparable(one);
    }

    /** The comparable form; as long as the original where nothing falls away. */
    String plain() {
        return plain;
    }

    /** A stretch of the original, by its own offsets. */
    String original(int from, int to) {
        return original.substring(from, to);
    }

    /** Where the original of a character of the comparable form begins. */
    int start(int at) {
        return starts[at];
    }

    /** Where the original of the character before this place in the comparable form ends. */
    int end(int to) {
        return ends[to - 1];
    }
}
