package org.ximen.notices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads from the words of a notice on which day it will be over. */
final class LastDay {
    private static final Pattern DATE =
            Pattern.compile(
                    "(?:(20\\d{2})\\s*[年./-])?\\s*(?<!\\d)(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})(?!\\d)"
                            + "(?:\\s*[日号])?(?:\\s*(?:-|–|—|~|至|到)\\s*(\\d{1,2})\\s*[日号])?");
    // What lies further ahead is hardly the end of a notice.
    private static final int MOST_DAYS = 366;

    private LastDay() {}

    /**
     * The latest day that the words name and that is not over; a day without a year is the next.
     */
    static Optional<LocalDate> in(String words, LocalDate today) {
        return DATE.matcher(words)
                .results()
                .filter(match -> match.group().contains("月") || match.group(1) != null)
                .map(match -> day(match, today))
                .flatMap(Optional::stream)
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(MOST_DAYS)))
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> day(MatchResult match, LocalDate today) {
        int month = Integer.parseInt(match.group(2));
        int day = Integer.parseInt(match.group(4) == null ? match.group(3) : match.group(4));
        try {
            if (match.group(1) != null) {
                return Optional.of(LocalDate.of(Integer.parseInt(match.group(1)), month, day));
            }
            var here = LocalDate.of(today.getYear(), month, day);
            // 1月5日 written in December is the next year's; 11月20日 written in it was.
            boolean past = here.isBefore(today.minusMonths(6));
            return Optional.of(past ? here.plusYears(1) : here);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
