package org.ximen.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ximen.district.District;
import org.ximen.text.Pinyin;

/**
 * Which passwords are refused: too short, or among the first that somebody guesses. Words that are
 * often taken stand in {@code common-passwords.txt}.
 */
final class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int MOST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int FEWEST_OWN_LETTERS = 4;
    private static final double MOST_STEPS = 0.75;
    private static final Pattern ENDS = Pattern.compile("^\\P{L}+|\\P{L}+$");
    private static final Set<String> COMMON = common();

    private final District district;

    PasswordRules(District district) {
        this.district = district;
    }

    /** Refuses a password that is too short or too long. */
    static void checkLength(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw refused("密码至少要 10 个字符，请换一个更长的密码。");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refused("密码太长：最多 72 个字节（约 24 个汉字），请缩短一些。");
        }
    }

    /**
     * Refuses a password that is easily guessed.
     *
     * @param name of the account
     */
    void check(String name, String password) {
        checkLength(password);
        var plain = password.toLowerCase(Locale.ROOT);
        if (isMonotonous(plain)) {
            throw refused("这个密码太容易猜：不要用重复或连续的字符，也不要只用数字。请换一个，例如几个不相干的词。");
        }
        var core = ENDS.matcher(plain).replaceAll("");
        if (COMMON.contains(core) || COMMON.contains(plain)) {
            throw refused("这个密码太常见，容易被猜到。请换一个，例如几个不相干的词。");
        }
        if (names(name).anyMatch(each -> isMostly(each, plain))) {
            throw refused("密码不要用账号名或街道名加几个字符。请换一个，例如几个不相干的词。");
        }
    }

    private static boolean isMonotonous(String plain) {
        boolean digits = plain.chars().allMatch(Character::isDigit);
        boolean repeated = (plain + plain).indexOf(plain, 1) < plain.length();
        return digits
                || repeated
                || plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || steps(plain) > MOST_STEPS * (plain.length() - 1);
    }

    /** How often a character is followed by itself or its neighbour. */
    private static long steps(String plain) {
        return IntStream.range(1, plain.length())
                .filter(i -> Math.abs(plain.charAt(i) - plain.charAt(i - 1)) <= 1)
                .count();
    }

    private static boolean isMostly(String name, String plain) {
        return plain.contains(name)
                && ENDS.matcher(plain.replace(name, "")).replaceAll("").length()
                        < FEWEST_OWN_LETTERS;
    }

    private Stream<String> names(String account) {
        var street = district.whole().name();
        var brief = street.replaceFirst("(?:街道|镇|乡)$", "");
        return Stream.of(account.toLowerCase(Locale.ROOT), street, brief, latin(brief))
                .filter(name -> name.length() > 1);
    }

    private static String latin(String words) {
        return words.chars().mapToObj(each -> Pinyin.of((char) each)).collect(Collectors.joining());
    }

    private static Set<String> common() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PasswordRules.class.getResourceAsStream(
                                                "common-passwords.txt")),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaffRefused refused(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
