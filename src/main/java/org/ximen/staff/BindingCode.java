package org.ximen.staff;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A one-time code of 100 random bits: nobody guesses it, so nobody need be stopped from trying.
 *
 * @param text {@code b_} and 20 characters, as it stands in a link
 */
record BindingCode(String text) {
    // Douglas Crockford's base 32: no characters that look alike, whatever their case.
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String START = "b_";
    private static final int LENGTH = 20;

    static BindingCode next(SecureRandom random) {
        return new BindingCode(
                random.ints(LENGTH, 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining("", START, "")));
    }

    /** The code that was sent; it may lack its beginning. */
    static BindingCode sent(String words) {
        var plain = words.toLowerCase(Locale.ROOT);
        return new BindingCode(plain.startsWith(START) ? plain : START + plain);
    }

    /** What is kept of it: who reads the table cannot send the code. */
    String hash() {
        return Fingerprint.of(text);
    }
}
