package org.ximen.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.text.Plain;

/**
 * The number of a case: the Shanghai day and a count within it, such as XM-20261122-0001.
 *
 * @param nth from 1; shown with at least four digits
 */
public record CaseNumber(LocalDate day, int nth) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![a-z0-9])xm ?[-_—–−一]? ?(\\d{8}) ?[-_—–−一]? ?(\\d{4,9})(?!\\d)");
    private static final Pattern BARE = Pattern.compile("(\\d{8})-(\\d{4,9})");

    /**
     * The first number in a text, in its one true form; capitals, width and blanks do not matter.
     */
    public static Optional<String> in(String text) {
        var comparable = Plain.comparable(text);
        var match = WRITTEN.matcher(comparable);
        if (match.find()) {
            return Optional.of("XM-" + match.group(1) + "-" + match.group(2));
        }
        var bare = BARE.matcher(comparable);
        return bare.matches()
                ? Optional.of("XM-" + bare.group(1) + "-" + bare.group(2))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "XM-%s-%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), nth);
    }
}
