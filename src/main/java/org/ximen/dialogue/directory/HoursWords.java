package org.ximen.dialogue.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.directory.AskedDays;
import org.ximen.directory.OpeningHours;
import org.ximen.directory.TimeSpan;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** Says when a place is open. */
final class HoursWords {
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter ENGLISH_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final SkillTexts texts;
    private final WorkCalendar calendar;

    HoursWords(SkillTexts texts, WorkCalendar calendar) {
        this.texts = texts;
        this.calendar = calendar;
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    /** Of the days that were asked about; of the usual week and today where none were. */
    String told(Turn turn, String name, OpeningHours hours, Optional<AskedDays> days) {
        var today = LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
        var asked = days.orElse(new AskedDays("", today, today));
        var week = days.isEmpty() ? say(turn, "week", name, week(turn, hours)) : "";
        var subject = days.isEmpty() ? say(turn, "it") : name;
        var text =
                asked.isOne()
                        ? day(turn, subject, hours, asked.first())
                        : several(turn, subject, hours, asked);
        boolean doubtful =
                hours.heedsHolidays() && asked.all().stream().anyMatch(d -> !calendar.confirmed(d));
        return week + text + (doubtful ? say(turn, "doubtful") : "");
    }

    private String week(Turn turn, OpeningHours hours) {
        return hours.week().entrySet().stream()
                .map(each -> days(turn, each.getKey()) + " " + spans(turn, each.getValue()))
                .collect(Collectors.joining(say(turn, "week.comma")));
    }

    private String days(Turn turn, String written) {
        return turn.language() == Language.EN ? OpeningHours.inEnglish(written) : written;
    }

    private String day(Turn turn, String name, OpeningHours hours, LocalDate day) {
        var spans = hours.on(day, calendar);
        var why = why(turn, hours, day, spans.isEmpty());
        var text =
                spans.isEmpty()
                        ? say(turn, "closed", name, shown(turn, day), why)
                        : say(turn, "open", name, shown(turn, day), why, spans(turn, spans));
        var now = LocalDateTime.ofInstant(turn.now(), WorkCalendar.ZONE);
        return day.equals(now.toLocalDate()) ? text + now(turn, spans, now) : text;
    }

    private String now(Turn turn, List<TimeSpan> spans, LocalDateTime now) {
        if (spans.isEmpty()) {
            return "";
        }
        if (spans.stream().anyMatch(span -> span.holds(now.toLocalTime()))) {
            return say(turn, "now.open");
        }
        return spans.stream()
                .filter(span -> span.from().isAfter(now.toLocalTime()))
                .findFirst()
                .map(next -> say(turn, "now.later", TimeSpan.clock(next.from())))
                .orElseGet(() -> say(turn, "now.over"));
    }

    private String several(Turn turn, String name, OpeningHours hours, AskedDays asked) {
        var all = asked.all();
        var spans = all.stream().map(day -> hours.on(day, calendar)).distinct().toList();
        var from = date(turn, asked.first());
        var to = date(turn, asked.last());
        if (spans.size() == 1) {
            var what = turn.language() == Language.EN ? "" : asked.words();
            return spans.getFirst().isEmpty()
                    ? say(turn, "all.closed", name, what, from, to)
                    : say(turn, "all.open", name, what, from, to, spans(turn, spans.getFirst()));
        }
        var lines = new ArrayList<String>();
        for (var day : all) {
            var open = hours.on(day, calendar);
            lines.add(
                    date(turn, day)
                            + " "
                            + (open.isEmpty() ? say(turn, "not") : spans(turn, open)));
        }
        return say(turn, "mixed", name, String.join(say(turn, "week.comma"), lines));
    }

    private String why(Turn turn, OpeningHours hours, LocalDate day, boolean closed) {
        var special = hours.special(day);
        if (special.isPresent()) {
            var why = special.get().why();
            return why == null ? "" : say(turn, "why", why);
        }
        var holiday = calendar.holiday(day);
        if (holiday.isPresent()) {
            return closed ? say(turn, "holiday", holiday.get().name()) : "";
        }
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend && calendar.works(day) && hours.heedsHolidays()
                ? say(turn, "exchanged")
                : "";
    }

    private String spans(Turn turn, List<TimeSpan> spans) {
        return spans.stream()
                .map(span -> span.isAllDay() ? say(turn, "all-day") : span.shown())
                .collect(Collectors.joining(say(turn, "comma")));
    }

    private String shown(Turn turn, LocalDate day) {
        var today = LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
        var date = date(turn, day);
        if (day.equals(today)) {
            return say(turn, "today", date);
        }
        return day.equals(today.plusDays(1)) ? say(turn, "tomorrow", date) : say(turn, "day", date);
    }

    /** With its year where that is another. */
    private static String date(Turn turn, LocalDate day) {
        var today = LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
        boolean other = day.getYear() != today.getYear();
        if (turn.language() == Language.EN) {
            return day.format(other ? ENGLISH_YEAR : ENGLISH);
        }
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINESE);
        return day.format(other ? CHINESE_YEAR : CHINESE) + weekday;
    }
}
