package org.ximen.text;

import org.jspecify.annotations.Nullable;

/**
 * {@link Plain#comparable} one character at a time, by a table that fills as characters are met:
 * for simplified text that is the same, and a hundred times quicker. (But for a few words that only
 * a text with traditional characters has turned: 砂土 → 沙土.)
 */
final class Characters {
    // What depends on its neighbours: blanks, marks that combine, surrogates, what becomes several.
    private static final char SPECIAL = '\uFFFF';
    private static final char UNKNOWN = 0;
    private static final boolean[] VISIBLE = visible();
    private static final char[] TABLE = new char[1 << Character.SIZE];

    private Characters() {}

    /** The text made comparable; null where that cannot be done by single characters. */
    static @Nullable String comparable(String text) {
        var plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            char one = plain[i];
            if (one == ' ' && i > 0 && i + 1 < plain.length && plain[i - 1] != ' ') {
                continue;
            }
            char known = TABLE[one];
            plain[i] = known == UNKNOWN ? learned(one) : known;
            if (plain[i] == SPECIAL) {
                return null;
            }
        }
        return blank(plain, 0) || blank(plain, plain.length - 1) ? null : new String(plain);
    }

    /** Whether it stands in what a person sees, whatever stands beside it. */
    static boolean isVisible(int one) {
        return one == '\n'
                || one == '\t'
                || one >= ' ' && one <= '~'
                || one < VISIBLE.length && VISIBLE[one];
    }

    private static boolean[] visible() {
        var visible = new boolean[1 << Character.SIZE];
        for (int one = 0; one < visible.length - 1; one++) {
            visible[one] = isVisibleType(Character.getType(one)) && one != '\uFFFD';
        }
        return visible;
    }

    private static boolean isVisibleType(int type) {
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static boolean blank(char[] text, int at) {
        return at >= 0 && at < text.length && Character.isWhitespace(text[at]);
    }

    // Two threads may learn the same; a char is written whole.
    private static char learned(char one) {
        var folded = one == '\n' ? "\n" : Plain.folded(String.valueOf(one));
        boolean single = folded.length() == 1 && folded.charAt(0) != UNKNOWN;
        TABLE[one] = single && !joins(one, folded.charAt(0)) ? folded.charAt(0) : SPECIAL;
        return TABLE[one];
    }

    // A traditional character is turned by the words around it: 著作, but 着急.
    private static boolean joins(char one, char folded) {
        return switch (Character.getType(one)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE ->
                    true;
            case Character.OTHER_LETTER -> one != folded;
            default -> one >= '\u1100' && one <= '\u11FF'; // Korean letters join
        };
    }
}
