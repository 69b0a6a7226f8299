package org.ximen.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text brought to one form, so that what looks alike compares alike. */
public final class Plain {
    private static final Transliterator SIMPLIFIED =
            Transliterator.getInstance("Traditional-Simplified");
    // Cf holds zero-width and bidirectional marks, Cc control characters; breaks and tabs stay.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\x{FFFD}]|[\\p{Cc}&&[^\\n\\t\\r]]");
    private static final Pattern STACKED_MARKS = Pattern.compile("\\p{Mn}{2,}");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|[\\x{2028}\\x{2029}\\x{85}]");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\x{A0}\\x{3000}]+");

    private Plain() {}

    /**
     * The text as a person would see it: no invisible or control characters, no stacked marks, one
     * kind of line break, no outer white space. Emoji joined by zero-width joiners fall apart,
     * which is harmless.
     */
    public static String visible(String text) {
        if (text.chars().allMatch(Characters::isVisible)) {
            return text.strip();
        }
        var one = BREAKS.matcher(text).replaceAll("\n");
        one = INVISIBLE.matcher(one).replaceAll("");
        one = STACKED_MARKS.matcher(one).replaceAll("");
        return one.strip();
    }

    /**
     * The text for comparing: {@link #visible}, then full width to half width and compatibility
     * forms (NFKC), lower case, traditional to simplified characters, runs of blanks to one.
     */
    public static String comparable(String text) {
        var quick = Characters.comparable(text);
        return quick == null ? folded(text) : quick;
    }

    static String folded(String text) {
        var folded = Normalizer.normalize(visible(text), Normalizer.Form.NFKC);
        var simple = SIMPLIFIED.transliterate(folded.toLowerCase(Locale.ROOT));
        return SPACES.matcher(simple).replaceAll(" ").strip();
    }

    /** The first characters of a text, at most so many; no character is cut in two. */
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
