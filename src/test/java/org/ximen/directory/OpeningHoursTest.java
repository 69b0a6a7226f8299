package org.ximen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ximen.directory.OpeningHours.DayHours;
import org.ximen.directory.OpeningHours.SpecialDays;
import org.ximen.settings.ConfigFile;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

class OpeningHoursTest {
    private static final WorkdaysFile FILE =
            new ConfigFile<>(Path.of("config", "workdays.yaml"), WorkdaysFile.class).get();
    private static final WorkCalendar CALENDAR = new WorkCalendar(() -> FILE);
    private static final List<String> WRITTEN =
            List.of(
                    "工作日",
                    "每天",
                    "周一",
                    "周六",
                    "周日",
                    "周二至周六",
                    "周一至周五",
                    "周六、周日",
                    "周一、周三至周五",
                    "每月5日、20日",
                    "每月第二个周六");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 730;

    @Test
    void everyMinuteOfTwoYearsIsAsAFoolWouldCountIt() {
        var random = new Random(20261128);
        for (int round = 0; round < 40; round++) {
            var hours = hours(random);
            for (int i = 0; i < DAYS; i++) {
                var day = FIRST.plusDays(i);
                var spans = hours.on(day, CALENDAR);
                for (int minute = 0; minute < 24 * 60; minute += 7) {
                    var time = LocalTime.of(minute / 60, minute % 60);
                    assertThat(spans.stream().anyMatch(span -> span.holds(time)))
                            .as("%s %s %s", hours, day, time)
                            .isEqualTo(isOpen(hours, day, time));
                }
            }
        }
    }

    private static OpeningHours hours(Random random) {
        var days = new ArrayList<DayHours>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var from = LocalTime.of(random.nextInt(12), 5 * random.nextInt(12));
            days.add(
                    new DayHours(
                            WRITTEN.get(random.nextInt(WRITTEN.size())),
                            from,
                            from.plusMinutes(30 + random.nextInt(600))));
        }
        var special = FIRST.plusDays(random.nextInt(DAYS));
        var open = new TimeSpan(LocalTime.of(10, 0), LocalTime.of(11, 0));
        var closed = new SpecialDays(special, special.plusDays(3), List.of(), "装修");
        var other = special.plusDays(30);
        return new OpeningHours(
                days,
                List.of(closed, new SpecialDays(other, other, List.of(open), null)),
                null,
                null,
                null);
    }

    /** Written without the product's classes for days, holiday by holiday. */
    private static boolean isOpen(OpeningHours hours, LocalDate day, LocalTime time) {
        for (var special : hours.exceptions()) {
            if (day.toEpochDay() >= special.from().toEpochDay()
                    && day.toEpochDay() <= special.to().toEpochDay()) {
                return special.open().stream()
                        .anyMatch(s -> !time.isBefore(s.from()) && time.isBefore(s.to()));
            }
        }
        for (var each : hours.days()) {
            if (counts(each.on(), day) && !time.isBefore(each.from()) && time.isBefore(each.to())) {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(String on, LocalDate day) {
        boolean holiday = false;
        boolean exchanged = false;
        for (var year : FILE.years().values()) {
            for (var each : year.holidays()) {
                for (var d = each.from(); !d.isAfter(each.to()); d = d.plusDays(1)) {
                    holiday |= d.equals(day);
                }
            }
            exchanged |= year.workdays().contains(day);
        }
        var weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return switch (on) {
            case "每天" -> true;
            case "工作日" -> !holiday && (exchanged || !weekend);
            case "周一" -> !holiday && weekday == DayOfWeek.MONDAY;
            case "周六" -> !holiday && weekday == DayOfWeek.SATURDAY;
            case "周日" -> !holiday && weekday == DayOfWeek.SUNDAY;
            case "周二至周六" -> !holiday && weekday != DayOfWeek.SUNDAY && weekday != DayOfWeek.MONDAY;
            case "周一至周五" -> !holiday && !weekend;
            case "周六、周日" -> !holiday && weekend;
            case "周一、周三至周五" -> !holiday && !weekend && weekday != DayOfWeek.TUESDAY;
            case "每月5日、20日" -> day.getDayOfMonth() == 5 || day.getDayOfMonth() == 20;
            case "每月第二个周六" ->
                    weekday == DayOfWeek.SATURDAY
                            && day.getDayOfMonth() > 7
                            && day.getDayOfMonth() <= 14;
            default -> throw new IllegalArgumentException(on);
        };
    }

    @Test
    void theNextOpenDayIsFound() {
        var day = new DayHours("每月第四个周六", LocalTime.of(9, 0), LocalTime.of(11, 0));
        var hours = new OpeningHours(List.of(day), List.of(), null, null, null);
        assertThat(hours.next(LocalDate.of(2026, 11, 23), CALENDAR))
                .contains(LocalDate.of(2026, 11, 28));
        assertThat(hours.next(LocalDate.of(2026, 11, 29), CALENDAR))
                .contains(LocalDate.of(2026, 12, 26));
    }

    @Test
    void theLastMinuteOfADayBelongsToIt() {
        var all = new TimeSpan(LocalTime.MIDNIGHT, LocalTime.of(23, 59));
        assertThat(all.holds(LocalTime.of(23, 59, 30))).isTrue();
        assertThat(new TimeSpan(LocalTime.of(9, 0), LocalTime.of(12, 0)).holds(LocalTime.NOON))
                .isFalse();
    }
}
