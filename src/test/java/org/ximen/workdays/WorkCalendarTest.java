package org.ximen.workdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.settings.ConfigFile;

class WorkCalendarTest {
    private final WorkCalendar calendar =
            new WorkCalendar(new ConfigFile<>(Path.of("config/workdays.yaml"), WorkdaysFile.class));

    private static Instant at(String shanghai) {
        return LocalDateTime.parse(shanghai).atZone(WorkCalendar.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // Friday; the lunch break and the weekend do not count
        "2026-11-20T11:30, 1, WORKING_HOURS, 2026-11-20T14:30",
        "2026-11-20T17:00, 1, WORKING_HOURS, 2026-11-20T18:00",
        "2026-11-20T17:30, 1, WORKING_HOURS, 2026-11-23T08:30",
        "2026-11-20T15:00, 1, WORKING_DAYS, 2026-11-23T15:00",
        "2026-11-21T10:00, 1, WORKING_DAYS, 2026-11-23T18:00",
        "2026-11-20T12:30, 4, WORKING_HOURS, 2026-11-20T18:00",
        // urgent hours and days run on
        "2026-11-20T23:00, 2, URGENT_HOURS, 2026-11-21T01:00",
        "2026-11-20T23:50, 30, URGENT_MINUTES, 2026-11-21T00:20",
        "2026-11-20T10:00, 3, DAYS, 2026-11-23T10:00",
        // 国庆: the 8th and Saturday the 10th are worked
        "2026-09-30T16:00, 1, WORKING_DAYS, 2026-10-08T16:00",
        "2026-10-09T17:00, 2, WORKING_HOURS, 2026-10-10T09:00",
        // 2027: 初一 and 初二 fall on a weekend and are made up for
        "2027-02-04T17:00, 2, WORKING_HOURS, 2027-02-11T09:00",
        // a year that is not in the file has its weekends alone
        "2031-10-03T17:00, 2, WORKING_HOURS, 2031-10-06T09:00",
    })
    void endsALimit(String start, int amount, LimitUnit unit, String end) {
        assertThat(calendar.after(at(start), amount, unit)).isEqualTo(at(end));
    }

    @Test
    void laterStartsNeverEndEarlierAndMoreIsNeverSooner() {
        var random = new Random(20261122);
        for (int i = 0; i < 2000; i++) {
            var start = at("2026-01-01T00:00").plusSeconds(random.nextInt(360 * 86_400));
            var later = start.plusSeconds(random.nextInt(5 * 86_400));
            var unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
            int amount = 1 + random.nextInt(20);
            var end = calendar.after(start, amount, unit);
            assertThat(end).isAfter(start);
            assertThat(calendar.after(later, amount, unit)).isAfterOrEqualTo(end);
            assertThat(calendar.after(start, amount + 1, unit)).isAfter(end);
        }
    }

    @Test
    void measuresWhatItGave() {
        var random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            var start = at("2026-01-01T00:00").plusSeconds(random.nextInt(360 * 86_400));
            int amount = 1 + random.nextInt(20);
            var end = calendar.after(start, amount, LimitUnit.WORKING_HOURS);
            assertThat(calendar.between(start, end, LimitUnit.WORKING_HOURS))
                    .isEqualTo(Duration.ofHours(amount));
            assertThat(calendar.openAt(end.minusSeconds(1))).isTrue();
        }
    }

    @Test
    void aPauseMovesTheDeadlineByWhatItTook() {
        var deadline = at("2026-11-20T17:00");
        assertThat(
                        calendar.shifted(
                                deadline,
                                at("2026-11-20T11:00"),
                                at("2026-11-20T15:00"),
                                LimitUnit.WORKING_HOURS))
                .isEqualTo(at("2026-11-23T09:00"));
        assertThat(
                        calendar.shifted(
                                deadline,
                                at("2026-11-20T11:00"),
                                at("2026-11-20T15:00"),
                                LimitUnit.URGENT_HOURS))
                .isEqualTo(at("2026-11-20T21:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00, 2026-11-23T08:00",
        "2026-11-23T12:00, 2026-11-23T14:00",
        "2026-11-23T18:00, 2026-11-24T08:00",
        "2026-10-01T09:00, 2026-10-08T08:00",
        "2026-11-23T09:15, 2026-11-23T09:15",
    })
    void opensNext(String at, String opening) {
        assertThat(calendar.nextOpening(at(at))).isEqualTo(at(opening));
        assertThat(calendar.openAt(at(at))).isEqualTo(at.equals(opening));
    }
}
