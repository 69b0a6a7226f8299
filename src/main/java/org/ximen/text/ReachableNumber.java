package org.ximen.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as people type them. */
public final class ReachableNumber {
    // Mobile numbers; landlines with their area code; those of Shanghai without it.
    private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}|[2-9]\\d{7}");

    private ReachableNumber() {}

    /** The digits of a number in mainland China, without blanks, dashes and +86. */
    public static Optional<String> of(String typed) {
        var digits =
                Plain.comparable(typed)
                        .replaceAll("[\\s()（）—–-]", "")
                        .replaceFirst("^(\\+86|0086|86(?=1\\d{10}$))", "");
        return NUMBER.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}
