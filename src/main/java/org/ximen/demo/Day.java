package org.ximen.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.random.RandomGenerator;

/** When people of the sample street do things. */
final class Day {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPEN = LocalTime.of(8, 30);
    private static final LocalTime CLOSED = LocalTime.of(17, 30);
    private static final int WAKING_FROM = 7 * 60;
    private static final int WAKING_TO = 21 * 60;

    private Day() {}

    /** Some moment of a day at which people are awake. */
    static Instant moment(LocalDate day, RandomGenerator random) {
        int minute = random.nextInt(WAKING_FROM, WAKING_TO);
        return day.atStartOfDay(SHANGHAI).plusMinutes(minute).toInstant();
    }

    /** The same moment, or the next at which people are awake. */
    static Instant awake(Instant at) {
        var local = at.atZone(SHANGHAI);
        int minute = local.get(ChronoField.MINUTE_OF_DAY);
        boolean early = minute < WAKING_FROM;
        return early || minute > WAKING_TO
                ? local.plusDays(early ? 0 : 1)
                        .with(OPEN)
                        .plusMinutes(local.getMinute())
                        .toInstant()
                : at;
    }

    /** The same moment, or the next at which an office is open. */
    static Instant inOffice(Instant at) {
        var local = at.atZone(SHANGHAI);
        if (local.toLocalTime().isBefore(OPEN)) {
            return local.with(OPEN).toInstant();
        }
        return local.toLocalTime().isAfter(CLOSED)
                ? local.plusDays(1).with(OPEN).plusMinutes(local.getMinute()).toInstant()
                : at;
    }

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }
}
