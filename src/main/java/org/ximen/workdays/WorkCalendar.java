package org.ximen.workdays;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers when a limit ends and whether the office is open. All days are those of Shanghai. */
public final class WorkCalendar {
    /** The zone of all calendar arithmetic. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // a file whose holidays never end must not hang the product
    private static final int LONGEST_SEARCH_DAYS = 4000;

    private static final Logger LOG = LoggerFactory.getLogger(WorkCalendar.class);

    private final Supplier<WorkdaysFile> file;
    private final Set<Integer> missed = ConcurrentHashMap.newKeySet();

    public WorkCalendar(Supplier<WorkdaysFile> file) {
        this.file = file;
    }

    /** The instant at which so many units after the start are over. */
    public Instant after(Instant start, int amount, LimitUnit unit) {
        return after(start, unit.times(amount), unit);
    }

    /** The instant at which so much of the unit's time after the start is over. */
    public Instant after(Instant start, Duration length, LimitUnit unit) {
        return unit.working() ? workingAfter(start, length) : start.plus(length);
    }

    /** The instant at which a limit that starts now is over. */
    public Instant after(Instant start, Limit limit) {
        return after(start, limit.amount(), limit.unit());
    }

    /** How much of the unit's time lies between two instants; nothing if they are not in order. */
    public Duration between(Instant from, Instant to, LimitUnit unit) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (!unit.working()) {
            return Duration.between(from, to);
        }
        var sum = Duration.ZERO;
        for (var day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            sum = sum.plus(worked(day, from, to));
        }
        return sum;
    }

    /** The deadline moved on by as much of the unit's time as a pause took away. */
    public Instant shifted(Instant deadline, Instant paused, Instant resumed, LimitUnit unit) {
        return after(deadline, between(paused, resumed, unit), unit);
    }

    /** Whether this is an instant of office hours. */
    public boolean openAt(Instant instant) {
        return nextOpening(instant).equals(instant);
    }

    /** The instant itself within office hours, else the next beginning of office hours. */
    public Instant nextOpening(Instant instant) {
        var day = dayOf(instant);
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.plusDays(1)) {
            if (!works(day)) {
                continue;
            }
            for (var hours : file.get().hours()) {
                if (instant.isBefore(at(day, hours).end())) {
                    var start = at(day, hours).start();
                    return instant.isBefore(start) ? start : instant;
                }
            }
        }
        throw new IllegalStateException("工作日历里找不到工作日：" + instant);
    }

    /** The next beginning of office hours of a later day. */
    public Instant nextDay(Instant instant) {
        return nextOpening(dayOf(instant).plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /**
     * Whether people work on this day: holidays first, then exchanged days, then the weekday. A
     * year that is not in the file has its weekends alone, and the log says so once.
     */
    public boolean works(LocalDate day) {
        var year = file.get().years().get(day.getYear());
        if (year == null && missed.add(day.getYear())) {
            LOG.warn("工作日历没有 {} 年，只按周六、周日休息计算；请补写 config/workdays.yaml", day.getYear());
        }
        if (year != null && year.holidays().stream().anyMatch(h -> h.covers(day))) {
            return false;
        }
        if (year != null && year.workdays().contains(day)) {
            return true;
        }
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
    }

    /** The public holiday that this day belongs to. */
    public Optional<WorkdaysFile.Holiday> holiday(LocalDate day) {
        var year = file.get().years().get(day.getYear());
        return year == null
                ? Optional.empty()
                : year.holidays().stream().filter(holiday -> holiday.covers(day)).findFirst();
    }

    /** The holiday of this name that is going on or comes next. */
    public Optional<WorkdaysFile.Holiday> next(String name, LocalDate from) {
        return file.get().years().values().stream()
                .flatMap(year -> year.holidays().stream())
                .filter(holiday -> holiday.name().equals(name) && !holiday.to().isBefore(from))
                .min(Comparator.comparing(WorkdaysFile.Holiday::from));
    }

    /** The holiday that is going on or comes next. */
    public Optional<WorkdaysFile.Holiday> next(LocalDate from) {
        return file.get().years().values().stream()
                .flatMap(year -> year.holidays().stream())
                .filter(holiday -> !holiday.to().isBefore(from))
                .min(Comparator.comparing(WorkdaysFile.Holiday::from));
    }

    /** Whether somebody has checked the year of this day against the official notice. */
    public boolean confirmed(LocalDate day) {
        var year = file.get().years().get(day.getYear());
        return year != null && !Boolean.TRUE.equals(year.guess());
    }

    private Instant workingAfter(Instant start, Duration length) {
        var at = start;
        var left = length;
        while (left.isPositive()) {
            at = nextOpening(at);
            var end = closing(at);
            var stretch = Duration.between(at, end);
            if (stretch.compareTo(left) >= 0) {
                return at.plus(left);
            }
            left = left.minus(stretch);
            at = end;
        }
        return at;
    }

    private Instant closing(Instant open) {
        var day = dayOf(open);
        return file.get().hours().stream()
                .map(hours -> at(day, hours).end())
                .filter(open::isBefore)
                .findFirst()
                .orElseThrow();
    }

    private Duration worked(LocalDate day, Instant from, Instant to) {
        var sum = Duration.ZERO;
        if (!works(day)) {
            return sum;
        }
        for (var hours : file.get().hours()) {
            var stretch = at(day, hours).within(from, to);
            sum = stretch.isPositive() ? sum.plus(stretch) : sum;
        }
        return sum;
    }

    private record Stretch(Instant start, Instant end) {
        Duration within(Instant from, Instant to) {
            return Duration.between(
                    start.isBefore(from) ? from : start, end.isBefore(to) ? end : to);
        }
    }

    private static Stretch at(LocalDate day, WorkdaysFile.Hours hours) {
        return new Stretch(
                day.atTime(hours.from()).atZone(ZONE).toInstant(),
                day.atTime(hours.to()).atZone(ZONE).toInstant());
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
