package org.ximen.dialogue.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.directory.TimeSpan;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** Days and hours in words. */
final class HoursTexts {
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter ENGLISH_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final SkillTexts texts;

    HoursTexts(SkillTexts texts) {
        this.texts = texts;
    }

    String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    String spans(Turn turn, List<TimeSpan> spans) {
        return spans.stream()
                .map(span -> span.isAllDay() ? say(turn, "all-day") : span.shown())
                .collect(Collectors.joining(say(turn, "comma")));
    }

    String shown(Turn turn, LocalDate day) {
        var today = today(turn);
        var date = date(turn, day);
        if (day.equals(today)) {
            return say(turn, "today", date);
        }
        return day.equals(today.plusDays(1)) ? say(turn, "tomorrow", date) : say(turn, "day", date);
    }

    /** With its year where that is another. */
    String date(Turn turn, LocalDate day) {
        boolean other = day.getYear() != today(turn).getYear();
        if (turn.language() == Language.EN) {
            return day.format(other ? ENGLISH_YEAR : ENGLISH);
        }
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINESE);
        return day.format(other ? CHINESE_YEAR : CHINESE) + weekday;
    }

    static LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
    }
}
