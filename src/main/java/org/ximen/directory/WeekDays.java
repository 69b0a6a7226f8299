package org.ximen.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.workdays.WorkCalendar;

/**
 * On which days hours count, as it is written: 工作日, 每天, 周六, 周二至周六, 周六、周日.
 *
 * @param shown as it is written
 */
record WeekDays(String shown, Rule rule, Set<DayOfWeek> days) {
    private static final String ORDER = "一二三四五六日";
    private static final Pattern PART =
            Pattern.compile("周([" + ORDER + "])(?:至周([" + ORDER + "]))?");

    /** Which calendar counts. */
    enum Rule {
        /** 工作日 by the work calendar, days worked in exchange among them. */
        WORKING,
        /** 每天, holidays too. */
        EVERY,
        /** Days of the week, but no public holidays. */
        NAMED
    }

    static WeekDays of(String written) {
        return switch (written.strip()) {
            case "工作日" -> new WeekDays("工作日", Rule.WORKING, Set.of());
            case "每天" -> new WeekDays("每天", Rule.EVERY, Set.of());
            default -> new WeekDays(written.strip(), Rule.NAMED, named(written.strip()));
        };
    }

    private static Set<DayOfWeek> named(String written) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : written.split("、")) {
            var named = PART.matcher(part);
            PlaceToGo.require(named.matches(), "on 应写成 工作日、每天、周六 或 周二至周六：" + written);
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
        };
    }

    String english() {
        return switch (rule) {
            case WORKING -> "working days";
            case EVERY -> "every day";
            case NAMED ->
                    days.stream()
                            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                            .collect(Collectors.joining(", "));
        };
    }
}
