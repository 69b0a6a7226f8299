package org.ximen.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.workdays.WorkCalendar;

/**
 * On which days hours count, as it is written: 工作日, 每天, 周六, 周二至周六, 周六、周日, 每月5日、20日, 每月第二个周六.
 *
 * @param shown as it is written
 * @param days of the week, or none
 * @param numbers days of a month, or, with a day of the week, which of these in a month
 */
record WeekDays(String shown, Rule rule, Set<DayOfWeek> days, Set<Integer> numbers) {
    private static final String ORDER = "一二三四五六日";
    private static final Pattern PART =
            Pattern.compile("周([" + ORDER + "])(?:至周([" + ORDER + "]))?");
    private static final Pattern DATES = Pattern.compile("每月([0-9]{1,2}[日号](?:、[0-9]{1,2}[日号])*)");
    private static final Pattern NTH = Pattern.compile("每月第([一二三四])个?周([" + ORDER + "])");
    private static final int LAST_DATE = 31;

    /** Which calendar counts. */
    enum Rule {
        /** 工作日 by the work calendar, days worked in exchange among them. */
        WORKING,
        /** 每天, holidays too. */
        EVERY,
        /** Days of the week, but no public holidays. */
        NAMED,
        /** Days of a month, holidays too. */
        DATES,
        /** 第二个周六, holidays too. */
        NTH
    }

    static WeekDays of(String written) {
        var plain = written.strip();
        var dates = DATES.matcher(plain);
        var nth = NTH.matcher(plain);
        if (dates.matches()) {
            return new WeekDays(plain, Rule.DATES, Set.of(), dates(dates.group(1)));
        }
        if (nth.matches()) {
            var count = ORDER.indexOf(nth.group(1)) + 1;
            return new WeekDays(plain, Rule.NTH, Set.of(day(nth.group(2))), Set.of(count));
        }
        return switch (plain) {
            case "工作日" -> new WeekDays(plain, Rule.WORKING, Set.of(), Set.of());
            case "每天" -> new WeekDays(plain, Rule.EVERY, Set.of(), Set.of());
            default -> new WeekDays(plain, Rule.NAMED, named(plain), Set.of());
        };
    }

    private static Set<Integer> dates(String written) {
        var dates = Arrays.stream(written.split("[日号]、?")).map(Integer::parseInt).toList();
        PlaceToGo.require(
                dates.stream().allMatch(date -> date >= 1 && date <= LAST_DATE),
                "on 里没有这样的日子：" + written);
        return Set.copyOf(dates);
    }

    private static DayOfWeek day(String character) {
        return DayOfWeek.of(ORDER.indexOf(character) + 1);
    }

    private static Set<DayOfWeek> named(String written) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : written.split("、")) {
            var named = PART.matcher(part);
            PlaceToGo.require(named.matches(), "on 应写成 工作日、每天、周六、周二至周六、每月5日 或 每月第二个周六：" + written);
            int first = ORDER.indexOf(named.group(1));
            int last = named.group(2) == null ? first : ORDER.indexOf(named.group(2));
            PlaceToGo.require(first <= last, "on 应先起后止：" + part);
            for (int i = first; i <= last; i++) {
                days.add(DayOfWeek.of(i + 1));
            }
        }
        return days;
    }

    boolean holds(LocalDate day, WorkCalendar calendar) {
        return switch (rule) {
            case WORKING -> calendar.works(day);
            case EVERY -> true;
            case NAMED -> days.contains(day.getDayOfWeek()) && calendar.holiday(day).isEmpty();
            case DATES -> numbers.contains(day.getDayOfMonth());
            case NTH ->
                    days.contains(day.getDayOfWeek())
                            && numbers.contains((day.getDayOfMonth() - 1) / 7 + 1);
        };
    }

    /** Whether it depends on the calendar of public holidays. */
    boolean heedsHolidays() {
        return rule == Rule.WORKING || rule == Rule.NAMED;
    }

    String english() {
        return switch (rule) {
            case WORKING -> "working days";
            case EVERY -> "every day";
            case NAMED -> englishDays();
            case DATES ->
                    "each month on day "
                            + numbers.stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "));
            case NTH -> englishDays() + " no. " + numbers.iterator().next() + " of each month";
        };
    }

    private String englishDays() {
        int first = days.stream().mapToInt(DayOfWeek::getValue).min().orElseThrow();
        int last = first + days.size() - 1;
        boolean row = days.stream().allMatch(day -> day.getValue() <= last);
        return row && days.size() > 2
                ? english(DayOfWeek.of(first)) + "–" + english(DayOfWeek.of(last))
                : englishList();
    }

    private static String english(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private String englishList() {
        return days.stream().sorted().map(WeekDays::english).collect(Collectors.joining(", "));
    }
}
