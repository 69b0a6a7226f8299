package org.ximen.text;

import java.util.stream.Collectors;

/** Whole numbers below a thousand as people write them in Chinese: 三十 is 30, 一百零二 is 102. */
public final class ChineseNumbers {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private ChineseNumbers() {}

    /** The number in Arabic digits; a text that is none comes back as it is. */
    public static String digits(String text) {
        var plain = text.replace('〇', '零').replace('两', '二').replace("廿", "二十");
        if (plain.isEmpty() || !plain.chars().allMatch(c -> (DIGITS + "十百").indexOf(c) >= 0)) {
            return text;
        }
        return plain.matches(".*[十百].*") ? String.valueOf(counted(plain)) : spelled(plain);
    }

    private static int counted(String plain) {
        int sum = 0;
        int digit = -1;
        for (char c : plain.toCharArray()) {
            if (c == '百' || c == '十') {
                sum += Math.max(digit, digit == 0 ? 0 : 1) * (c == '百' ? HUNDRED : TEN);
                digit = -1;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return sum + Math.max(digit, 0);
    }

    private static String spelled(String plain) {
        return plain.chars()
                .mapToObj(c -> String.valueOf(DIGITS.indexOf(c)))
                .collect(Collectors.joining());
    }
}
