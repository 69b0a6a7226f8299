package org.ximen.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ximen.workdays.WorkCalendar;

/** Times as W3C writes them: ISO 8601 with a zone, such as 2026-04-23T14:30:00+08:00. */
final class WireTime {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private WireTime() {}

    /** To the second, by the street's clock. */
    static @Nullable String written(@Nullable Instant at) {
        return at == null
                ? null
                : at.atZone(WorkCalendar.ZONE)
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /**
     * The instant that a parameter tells. A day alone is that of the street.
     *
     * @param ofDay which time of a day alone is meant
     * @throws GeoReportRefusal if it tells none
     */
    static Instant read(String name, String told, LocalTime ofDay) {
        try {
            var at = time(told, ofDay);
            if (at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
        } catch (DateTimeParseException e) {
            throw unreadable(name, e);
        }
        throw unreadable(name, null);
    }

    private static OffsetDateTime time(String told, LocalTime ofDay) {
        // In an address + stands for a blank, and many send it so.
        return told.contains("T")
                ? OffsetDateTime.parse(told.replace(' ', '+'))
                : LocalDate.parse(told).atTime(ofDay).atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }

    private static GeoReportRefusal unreadable(String name, @Nullable Throwable why) {
        var refusal =
                GeoReportRefusal.bad(
                        name + " 应是带时区的时间，如 2026-04-23T14:30:00+08:00 或 2026-04-23T06:30:00Z");
        if (why != null) {
            refusal.initCause(why);
        }
        return refusal;
    }
}
