package org.ximen.topics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ximen.cases.Occurrence;
import org.ximen.workdays.WorkCalendar;

/**
 * A week in which a category is reported far more often in the whole street than in the twelve
 * weeks before.
 *
 * @param median cases of a week of those twelve
 * @param reports of the last seven whole days
 */
record StreetRise(int median, List<Occurrence> reports) {
    /** How long the look back is. */
    static final Duration LOOK = Duration.ofDays(13 * 7L);

    private static final int WEEKS = 12;
    // Our own bounds: fewer cases, or fewer people, are no matter of the whole street.
    private static final int FEWEST_CASES = 10;
    private static final int FEWEST_PEOPLE = 5;
    private static final int TIMES = 2;
    // Counts of a week spread by the root of their mean; four times that is no chance.
    private static final int SPREADS = 4;

    StreetRise {
        reports = List.copyOf(reports);
    }

    Recurrence recurrence() {
        return Recurrence.of(reports);
    }

    /** The rise of a category; empty where there is none. */
    static Optional<StreetRise> of(List<Occurrence> reports, Instant now) {
        var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        var weeks = new ArrayList<List<Occurrence>>();
        for (int back = 0; back <= WEEKS; back++) {
            weeks.add(week(reports, today.minusWeeks(back)));
        }
        int median = median(weeks.subList(1, weeks.size()));
        var rise = new StreetRise(median, weeks.getFirst());
        return rise.tells() ? Optional.of(rise) : Optional.empty();
    }

    /** Those of the last seven whole days. */
    static List<Occurrence> lastWeek(List<Occurrence> reports, Instant now) {
        return week(reports, LocalDate.ofInstant(now, WorkCalendar.ZONE));
    }

    private boolean tells() {
        var counted = recurrence();
        double bound = Math.max(TIMES * median, median + SPREADS * Math.sqrt(median));
        return counted.cases() >= Math.max(FEWEST_CASES, bound)
                && counted.people() >= FEWEST_PEOPLE;
    }

    /** The seven days before a day. */
    private static List<Occurrence> week(List<Occurrence> reports, LocalDate end) {
        var until = end.atStartOfDay(WorkCalendar.ZONE).toInstant();
        var from = end.minusWeeks(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
        return reports.stream()
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
                .toList();
    }

    /** The mean of the two in the middle, rounded up. */
    private static int median(List<List<Occurrence>> weeks) {
        var counts = weeks.stream().map(week -> Recurrence.of(week).cases()).sorted().toList();
        int middle = counts.size() / 2;
        return (counts.get(middle - 1) + counts.get(middle) + 1) / 2;
    }
}
