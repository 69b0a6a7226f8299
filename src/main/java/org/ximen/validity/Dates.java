package org.ximen.validity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as documents write them: 2026年11月22日, 二〇二六年十一月二十二日, 2026-11-22, 2026/11/22. */
public final class Dates {
    static final String DIGIT = "[0-9一二三四五六七八九十〇○零Ｏ]";

    /** A day in running text; {@link #read} understands what it finds. */
    public static final String DAY =
            "(?:"
                    + DIGIT
                    + "{4}\\s*年\\s*"
                    + DIGIT
                    + "{1,3}\\s*月\\s*"
                    + DIGIT
                    + "{1,3}\\s*日|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d))";

    private static final Pattern PARTS = Pattern.compile("[年月日/.\\-]");
    private static final String DIGITS = "〇一二三四五六七八九";

    private Dates() {}

    /** The day, where there is such a one. */
    public static Optional<LocalDate> read(String words) {
        var parts = PARTS.split(words.replaceAll("\\s", ""));
        try {
            return Optional.of(LocalDate.of(year(parts[0]), number(parts[1]), number(parts[2])));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static int year(String words) {
        int year = 0;
        for (char c : words.toCharArray()) {
            year = year * 10 + digit(c);
        }
        return year;
    }

    /** Up to 99, in Arabic or Chinese numerals. */
    static int number(String words) {
        int ten = words.indexOf('十');
        if (ten < 0) {
            return year(words);
        }
        int tens = ten == 0 ? 1 : digit(words.charAt(0));
        return tens * 10 + (ten == words.length() - 1 ? 0 : digit(words.charAt(ten + 1)));
    }

    private static int digit(char c) {
        char one = c == '○' || c == '零' || c == 'Ｏ' ? '〇' : c;
        if (one == '两') {
            return 2;
        }
        return Character.isDigit(one) ? Character.digit(one, 10) : Math.max(0, DIGITS.indexOf(one));
    }
}
