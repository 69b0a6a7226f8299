package org.ximen.knowledge;

import java.util.regex.Pattern;

/**
 * A pattern that is looked for in many texts: it is tried only where its first character allows,
 * which is learnt as characters are met. For patterns without anchors and lookbehind.
 */
final class Sighting {
    private static final byte NEVER = 1;
    private static final byte PERHAPS = 2;

    private final Pattern pattern;
    private final byte[] begins = new byte[1 << Character.SIZE];

    Sighting(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean in(String text) {
        return in(text, 0, text.length());
    }

    /** Whether the part of a text, taken for itself, holds it. */
    boolean in(String text, int from, int to) {
        var matcher = pattern.matcher(text);
        for (int i = from; i < to; i++) {
            if (begins(text.charAt(i)) && matcher.region(i, to).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    // Two threads may learn the same; a byte is written whole.
    private boolean begins(char one) {
        if (begins[one] == 0) {
            var matcher = pattern.matcher(String.valueOf(one));
            // What fails without having seen the end fails whatever follows.
            boolean can = matcher.lookingAt() || matcher.hitEnd() || Character.isSurrogate(one);
            begins[one] = can ? PERHAPS : NEVER;
        }
        return begins[one] == PERHAPS;
    }
}
