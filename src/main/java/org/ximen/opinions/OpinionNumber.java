package org.ximen.opinions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.text.Plain;

/**
 * The number of a suggestion (建议): the Shanghai day and a count within it, such as JY-20261128-001.
 *
 * @param nth from 1; shown with at least three digits
 */
public record OpinionNumber(LocalDate day, int nth) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![a-z0-9])jy ?[-_—–−一]? ?(\\d{8}) ?[-_—–−一]? ?(\\d{3,9})(?!\\d)");

    /**
     * The first number in a text, in its one true form; capitals, width and blanks do not matter.
     */
    public static Optional<String> in(String text) {
        var match = WRITTEN.matcher(Plain.comparable(text));
        return match.find()
                ? Optional.of("JY-" + match.group(1) + "-" + match.group(2))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "JY-%s-%03d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), nth);
    }
}
