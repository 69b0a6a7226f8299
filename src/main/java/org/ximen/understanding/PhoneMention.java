package org.ximen.understanding;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mobile number that a text tells, perhaps with blanks and dashes inside.
 *
 * @param from first character of it in the text
 * @param to first character after it
 * @param digits its 11 digits
 */
public record PhoneMention(int from, int to, String digits) {
    private static final int LENGTH = 11;
    private static final int WIDE = '０' - '0';
    private static final Pattern MOBILE =
            Pattern.compile(
                    "(?<![\\dA-Za-z])(?:\\+?86[-— ]?)?1[- ]?[3-9](?:[-—. ]?\\d){9}(?![\\dA-Za-z])");

    /** The first mobile number of a text. */
    public static Optional<PhoneMention> in(String text) {
        return MOBILE.matcher(narrow(text)).results().map(PhoneMention::of).findFirst();
    }

    private static PhoneMention of(MatchResult match) {
        var digits = match.group().replaceAll("\\D", "");
        return new PhoneMention(
                match.start(), match.end(), digits.substring(digits.length() - LENGTH));
    }

    /** The text with a blank mark for every character of a mobile number, as long as before. */
    static String masked(String text) {
        return MOBILE.matcher(narrow(text)).results().findAny().isEmpty() ? text : blanked(text);
    }

    private static String blanked(String text) {
        var rest = new StringBuilder(text);
        for (var match : MOBILE.matcher(narrow(text)).results().toList()) {
            for (int i = match.start(); i < match.end(); i++) {
                rest.setCharAt(i, '|');
            }
        }
        return rest.toString();
    }

    /** Full-width digits as the usual ones, character by character. */
    private static String narrow(String text) {
        var narrow = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= '９') {
                narrow.setCharAt(i, (char) (c - WIDE));
            }
        }
        return narrow.toString();
    }
}
