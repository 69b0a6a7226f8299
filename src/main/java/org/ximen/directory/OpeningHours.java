package org.ximen.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/**
 * When a place is open, in the time of Shanghai. Days of the week do not count on public holidays,
 * 工作日 goes by the work calendar, 每天 and 每月 count always; an exception counts before all of them.
 *
 * @param note a sentence that is told with them
 * @param englishNote the same for who speaks English
 * @param guess whether nobody has confirmed them; a place that is a guess need not say so
 */
public record OpeningHours(
        List<DayHours> days,
        List<SpecialDays> exceptions,
        @Nullable String note,
        @Nullable String englishNote,
        @Nullable Boolean guess) {
    private static final int DAYS_AHEAD = 100;

    /**
     * Hours of some days.
     *
     * @param on such as 工作日, 每天, 周六, 周二至周六
     */
    public record DayHours(String on, LocalTime from, LocalTime to) {
        public DayHours {
            WeekDays.of(on);
            new TimeSpan(from, to);
        }

        TimeSpan span() {
            return new TimeSpan(from, to);
        }
    }

    /**
     * Days that are unlike others, the first and the last counted.
     *
     * @param open the hours of these days; empty where it is closed
     * @param why in words, such as 春节; null where that need not be said
     */
    public record SpecialDays(
            LocalDate from, LocalDate to, List<TimeSpan> open, @Nullable String why) {
        public SpecialDays {
            PlaceToGo.require(!to.isBefore(from), "exceptions 应先起后止：" + from + "—" + to);
            open = open == null ? List.of() : List.copyOf(open);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public OpeningHours {
        days = List.copyOf(days);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        PlaceToGo.require(!days.isEmpty(), "hours 至少要写一段 days");
    }

    /** What is told with them to who speaks this language; perhaps empty. */
    public String note(Language language) {
        return language.of(note == null ? "" : note, englishNote == null ? "" : englishNote);
    }

    /** Whether nobody has confirmed them, though the rest of the place. */
    boolean isGuess() {
        return Boolean.TRUE.equals(guess);
    }

    /** The next day from this one on when it is open at all; empty if not within a few months. */
    public Optional<LocalDate> next(LocalDate from, WorkCalendar calendar) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .filter(day -> !on(day, calendar).isEmpty())
                .findFirst();
    }

    /** The hours of a day in order, none where it is closed. */
    public List<TimeSpan> on(LocalDate day, WorkCalendar calendar) {
        return merged(special(day).map(SpecialDays::open).orElseGet(() -> usual(day, calendar)));
    }

    /** What overlaps as one. */
    private static List<TimeSpan> merged(List<TimeSpan> spans) {
        var merged = new ArrayList<TimeSpan>();
        var ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparing(TimeSpan::from));
        for (var span : ordered) {
            var before = merged.isEmpty() ? null : merged.getLast();
            if (before == null || before.to().isBefore(span.from())) {
                merged.add(span);
            } else {
                merged.set(merged.size() - 1, before.with(span));
            }
        }
        return merged;
    }

    private List<TimeSpan> usual(LocalDate day, WorkCalendar calendar) {
        return days.stream()
                .filter(hours -> WeekDays.of(hours.on()).holds(day, calendar))
                .map(DayHours::span)
                .toList();
    }

    /** The exception that counts on a day. */
    public Optional<SpecialDays> special(LocalDate day) {
        return exceptions.stream().filter(special -> special.covers(day)).findFirst();
    }

    /** Whether it depends on the calendar of public holidays. */
    public boolean heedsHolidays() {
        return days.stream().anyMatch(hours -> WeekDays.of(hours.on()).heedsHolidays());
    }

    /** The usual hours: days as they are written → hours, in the order of the file. */
    public Map<String, List<TimeSpan>> week() {
        return days.stream()
                .collect(
                        Collectors.groupingBy(
                                hours -> hours.on().strip(),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        DayHours::span, Collectors.toCollection(ArrayList::new))));
    }

    /** Days as the file writes them, for who speaks English. */
    public static String inEnglish(String written) {
        return WeekDays.of(written).english();
    }
}
