package org.ximen.topics;

import java.time.LocalDate;
import java.util.Collection;
import org.ximen.cases.Occurrence;
import org.ximen.workdays.WorkCalendar;

/**
 * How often something came back, counted by people and days and not by rows: what one person
 * reports on one day is one case. Reporters whom nobody knows are one person for each source that
 * they came by.
 *
 * @param reopenings how often a case of it was opened again
 */
public record Recurrence(int cases, int people, int days, int reopenings) {
    private static final int ENOUGH_CASES = 3;
    private static final int ENOUGH_PEOPLE = 2;
    private static final int ENOUGH_DAYS = 2;
    private static final int ENOUGH_REOPENINGS = 2;

    static final Recurrence NONE = new Recurrence(0, 0, 0, 0);

    static Recurrence of(Collection<Occurrence> reports) {
        return new Recurrence(
                (int) reports.stream().map(Recurrence::one).distinct().count(),
                (int) reports.stream().map(Occurrence::who).distinct().count(),
                (int) reports.stream().map(Recurrence::day).distinct().count(),
                reports.stream().mapToInt(Occurrence::reopenings).sum());
    }

    private static String one(Occurrence report) {
        return report.known() ? report.who() + " " + day(report) : report.number();
    }

    private static LocalDate day(Occurrence report) {
        return LocalDate.ofInstant(report.at(), WorkCalendar.ZONE);
    }

    /** Whether it is a sign (苗头): reference/capabilities §9. */
    boolean tells() {
        boolean again = cases >= ENOUGH_CASES && people >= ENOUGH_PEOPLE && days >= ENOUGH_DAYS;
        return again || reopened();
    }

    /** Whether reopenings alone make it a sign. */
    boolean reopened() {
        return reopenings >= ENOUGH_REOPENINGS;
    }
}
