package org.ximen.dialogue.activities;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ximen.text.ChineseNumbers;

/** Reads how many seats somebody wants: 2 位, 两个人, for 2 people. */
final class SeatWish {
    private static final String NUMBER = "(\\d{1,4}|[一二两三四五六七八九十]{1,3})";
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?<![第\\d])" + NUMBER + "\\s*(?:位|个人|人(?![民员工])|seats?|people|persons?)");
    private static final Pattern BARE = Pattern.compile(NUMBER + "\\s*(?:位|个人|人|个)?");

    private SeatWish() {}

    /** What is said beside other words. */
    static Optional<Integer> in(String words) {
        return found(COUNTED.matcher(words));
    }

    /** What is said in answer to the question how many, and is nothing else. */
    static Optional<Integer> answering(String words) {
        var bare = BARE.matcher(words.strip());
        return bare.matches() ? Optional.of(number(bare.group(1))) : Optional.empty();
    }

    private static Optional<Integer> found(Matcher matcher) {
        return matcher.find() ? Optional.of(number(matcher.group(1))) : Optional.empty();
    }

    private static int number(String text) {
        var digits = ChineseNumbers.digits(text.replace('两', '二'));
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
