package org.ximen.deliberation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.text.Plain;

/**
 * What proves a household's one vote: eight characters, 40 random bits, of which five a day can be
 * guessed.
 *
 * @param text small letters and digits
 */
public record BallotCode(String text) {
    // Douglas Crockford's base 32: nothing looks alike; who reads o, i or l means 0 or 1.
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{8}");
    private static final Pattern TRIED = Pattern.compile("[0-9a-z \\n-]{4,14}");
    private static final Pattern WITHIN =
            Pattern.compile("(?<![0-9a-z])[0-9a-z]{4}[ \\n-]{0,3}[0-9a-z]{4}(?![0-9a-z])");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    static BallotCode next(SecureRandom random) {
        return new BallotCode(
                random.ints(LENGTH, 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()));
    }

    /** The code that was typed; width, capitals, blanks and dashes do not matter. */
    public static Optional<BallotCode> typed(String words) {
        var plain = plain(words).replaceAll("[ \\n-]", "");
        return Optional.of(plain.replace('o', '0').replaceAll("[il]", "1"))
                .filter(text -> FORM.matcher(text).matches())
                .map(BallotCode::new);
    }

    /** Whether somebody tried to type one: letters and digits, and nothing else. */
    public static boolean isTried(String words) {
        var plain = plain(words);
        boolean whole = typed(words).isPresent();
        return TRIED.matcher(plain).matches() && (whole || DIGIT.matcher(plain).find());
    }

    /** What looks like a code among other words, from the left; English words may, too. */
    public static List<BallotCode> among(String words) {
        return within(words).stream().flatMap(text -> typed(text).stream()).toList();
    }

    /** What somebody tried to type as a code among other words: there is a digit in it. */
    public static List<BallotCode> triedAmong(String words) {
        return within(words).stream()
                .filter(text -> DIGIT.matcher(text).find())
                .flatMap(text -> typed(text).stream())
                .toList();
    }

    private static List<String> within(String words) {
        var found = new ArrayList<String>();
        var matcher = WITHIN.matcher(plain(words));
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            found.add(matcher.group());
        }
        return found;
    }

    private static String plain(String words) {
        return Plain.comparable(words).strip();
    }

    /** As it stands on paper. */
    public String printed() {
        var capitals = text.toUpperCase(Locale.ROOT);
        return capitals.substring(0, LENGTH / 2) + "-" + capitals.substring(LENGTH / 2);
    }

    /**
     * What is kept of it. Who reads the table does not see the code, but can find it by trying all
     * that there are; who may write there could change the sums as well.
     */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = ("ballot " + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
