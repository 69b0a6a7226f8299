package org.ximen.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The numbers that a text states, however they are written: 十五日 and 15天 state the same, 15日 and 15元
 * do not. Dates, times, telephone numbers and numbers of articles are made of them.
 */
public final class StatedNumbers {
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:]\\d+)*|[〇零一二三四五六七八九十百千万两廿]+");
    // A single character is a number only where something is counted by it: not in 一般, 统一.
    private static final String COUNTED = "条款项日天年月周元块次岁人号楼室弄米小分倍成折份张户名级类批期度个层";
    // What begins so is a number only where something is counted, too: not in 万一, 千万.
    private static final String LARGE = "百千万";
    private static final int LONGEST_UNIT = 2;

    private StatedNumbers() {}

    /** Each number with what it counts, such as 15日; in one form. */
    public static Set<String> in(String text) {
        return in(text, true);
    }

    /** Each number alone, for a text in another language. */
    public static Set<String> values(String text) {
        return in(text, false);
    }

    private static Set<String> in(String text, boolean counted) {
        var plain = THOUSANDS.matcher(Plain.comparable(text)).replaceAll("");
        var found = new LinkedHashSet<String>();
        var number = NUMBER.matcher(plain);
        while (number.find()) {
            if (isStated(plain, number.start(), number.end())) {
                var value = ChineseNumbers.digits(number.group());
                found.add(counted ? value + unit(plain, number.end()) : value);
            }
        }
        return found;
    }

    private static boolean isStated(String plain, int from, int to) {
        boolean digits = plain.charAt(from) < 128;
        boolean whole = to - from > 1 && LARGE.indexOf(plain.charAt(from)) < 0;
        boolean ordinal = from > 0 && plain.charAt(from - 1) == '第';
        boolean counts = to < plain.length() && COUNTED.indexOf(plain.charAt(to)) >= 0;
        return digits || whole || ordinal || counts;
    }

    private static String unit(String plain, int from) {
        int at = from;
        while (at < plain.length() && plain.charAt(at) == ' ') {
            at++;
        }
        var rest = plain.substring(at, Math.min(plain.length(), at + LONGEST_UNIT));
        if (rest.equals("个月")) {
            return rest;
        }
        if (rest.equals("周岁")) {
            return "岁";
        }
        var unit = rest.startsWith("个") ? rest.substring(1) : rest;
        return unit.isEmpty() || !Character.isLetter(unit.charAt(0)) && unit.charAt(0) != '%'
                ? ""
                : alike(unit.charAt(0));
    }

    private static String alike(char unit) {
        return switch (unit) {
            case '天' -> "日";
            case '块' -> "元";
            default -> String.valueOf(unit);
        };
    }
}
