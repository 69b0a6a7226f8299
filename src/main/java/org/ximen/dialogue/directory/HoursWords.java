package org.ximen.dialogue.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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
    private final HoursTexts texts;
    private final WorkCalendar calendar;
    private final HoursLead lead;

    HoursWords(SkillTexts texts, WorkCalendar calendar) {
        this.texts = new HoursTexts(texts);
        this.calendar = calendar;
        this.lead = new HoursLead(this.texts, calendar);
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn, key, values);
    }

    /**
     * Just what was asked first; then the days that were asked about, or the usual week and today.
     */
    String told(Turn turn, String name, OpeningHours hours, AskedHours asking) {
        var days = asking.when().days();
        if (days.isPresent() && !days.get().isOne()) {
            return several(turn, name, hours, days.get()) + doubt(turn, hours, days.get());
        }
        var first = lead.told(turn, name, hours, asking);
        return first + rest(turn, name, hours, days, !first.isEmpty());
    }

    private String rest(
            Turn turn, String name, OpeningHours hours, Optional<AskedDays> days, boolean goesOn) {
        if (days.isEmpty()) {
            return week(turn, name, hours, goesOn) + today(turn, hours);
        }
        var text = day(turn, goesOn ? it(turn) : name, hours, days.get().first());
        return (goesOn ? text.stripLeading() : text) + doubt(turn, hours, days.get());
    }

    private String it(Turn turn) {
        return say(turn, "it");
    }

    private String doubt(Turn turn, OpeningHours hours, AskedDays asked) {
        boolean doubtful =
                hours.heedsHolidays() && asked.all().stream().anyMatch(d -> !calendar.confirmed(d));
        return doubtful ? say(turn, "doubtful") : "";
    }

    private String week(Turn turn, String name, OpeningHours hours, boolean goesOn) {
        var week = week(turn, hours);
        return goesOn ? say(turn, "week.it", week) : say(turn, "week", name, week);
    }

    private String week(Turn turn, OpeningHours hours) {
        return hours.week().entrySet().stream()
                .map(each -> days(turn, each.getKey()) + " " + texts.spans(turn, each.getValue()))
                .collect(Collectors.joining(say(turn, "week.comma")));
    }

    private String days(Turn turn, String written) {
        return turn.language() == Language.EN ? OpeningHours.inEnglish(written) : written;
    }

    private String today(Turn turn, OpeningHours hours) {
        var today = HoursTexts.today(turn);
        var text = day(turn, it(turn), hours, today);
        return hours.next(today, calendar)
                .filter(next -> !next.equals(today))
                .map(next -> text + next(turn, hours, next))
                .orElse(text);
    }

    private String next(Turn turn, OpeningHours hours, LocalDate day) {
        return say(turn, "next", texts.date(turn, day), texts.spans(turn, hours.on(day, calendar)));
    }

    private String day(Turn turn, String name, OpeningHours hours, LocalDate day) {
        var spans = hours.on(day, calendar);
        var why = why(turn, hours, day, spans.isEmpty());
        var shown = texts.shown(turn, day);
        var text =
                spans.isEmpty()
                        ? say(turn, "closed", name, shown, why)
                        : say(turn, "open", name, shown, why, texts.spans(turn, spans));
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
        var from = texts.date(turn, asked.first());
        var to = texts.date(turn, asked.last());
        if (spans.size() == 1) {
            var what = turn.language() == Language.EN ? "" : asked.words();
            var open = spans.getFirst();
            return open.isEmpty()
                    ? say(turn, "all.closed", name, what, from, to)
                    : say(turn, "all.open", name, what, from, to, texts.spans(turn, open));
        }
        var lines = new ArrayList<String>();
        for (var day : all) {
            var open = hours.on(day, calendar);
            var what = open.isEmpty() ? say(turn, "not") : texts.spans(turn, open);
            lines.add(texts.date(turn, day) + " " + what);
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
}
