package org.ximen.dialogue.directory;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ximen.dialogue.Turn;
import org.ximen.directory.AskedDays;
import org.ximen.directory.AskedTime;
import org.ximen.directory.DayPart;
import org.ximen.directory.FactWanted;
import org.ximen.directory.OpeningHours;
import org.ximen.directory.TimeSpan;
import org.ximen.workdays.WorkCalendar;

/** Says in a sentence just what was asked of the hours: 中午不休息, 18:00 关门, 17:30 已经关了. */
final class HoursLead {
    // A meal that is served is no office that stays open over noon.
    private static final LocalTime MEAL_FROM = LocalTime.of(10, 0);
    private static final LocalTime MEAL_TO = LocalTime.of(14, 30);

    private static final Duration LONGEST_REST = Duration.ofHours(3);

    private final HoursTexts texts;
    private final WorkCalendar calendar;

    HoursLead(HoursTexts texts, WorkCalendar calendar) {
        this.texts = texts;
        this.calendar = calendar;
    }

    /** The hours of one day, in order, and what is said of whom. */
    private record Told(Turn turn, String subject, List<TimeSpan> spans) {
        TimeSpan last() {
            return spans.getLast();
        }
    }

    /** Empty where nothing so particular was asked, or it is closed on that day. */
    String told(Turn turn, String name, OpeningHours hours, AskedHours asked) {
        return day(turn, hours, asked)
                .map(day -> {
                    var subject = name + when(turn, hours, day, asked);
                    return told(new Told(turn, subject, hours.on(day, calendar)), asked);
                })
                .orElse("");
    }

    /** That which was asked about; else today, or the next on which it is open. */
    private Optional<LocalDate> day(Turn turn, OpeningHours hours, AskedHours asked) {
        return asked.when()
                .days()
                .map(AskedDays::first)
                .or(() -> hours.next(HoursTexts.today(turn), calendar))
                .filter(day -> !hours.on(day, calendar).isEmpty());
    }

    private String when(Turn turn, OpeningHours hours, LocalDate day, AskedHours asked) {
        boolean plain = asked.when().days().isEmpty() && day.equals(HoursTexts.today(turn));
        boolean usual =
                asked.when().days().isEmpty()
                        && (asked.when().time().isPresent() || hours.week().size() == 1);
        return plain || usual ? "" : texts.say(turn, "when", texts.shown(turn, day));
    }

    private String told(Told told, AskedHours asked) {
        var time = asked.when().time().orElse(null);
        boolean always = told.last().isAllDay();
        if (always && (time != null || asked.fact() != FactWanted.HOURS)) {
            return say(told, "lead.all-day");
        }
        return switch (time) {
            case DayPart part -> part == DayPart.NOON ? noon(told) : part(told, part);
            case AskedTime.Moment moment -> at(told, moment.at());
            case null -> plain(told, asked.fact());
        };
    }

    /** Of meals and the like all are told, without a word of which ends the day. */
    private String plain(Told told, FactWanted fact) {
        if (isBroken(told.spans())) {
            return "";
        }
        return switch (fact) {
            case OPENS -> say(told, "lead.opens", clock(told.spans().getFirst().from()));
            case CLOSES -> say(told, "lead.closes", clock(told.last().to()));
            default -> "";
        };
    }

    private String noon(Told told) {
        var noon = DayPart.NOON.span();
        var before = told.spans().stream().filter(span -> span.from().isBefore(noon.to())).toList();
        var after = told.spans().stream().filter(span -> span.to().isAfter(noon.from())).toList();
        if (before.isEmpty()) {
            return say(told, "lead.noon.later", clock(told.spans().getFirst().from()));
        }
        if (after.isEmpty()) {
            return say(told, "lead.noon.over", clock(told.last().to()));
        }
        return over(told, before.getLast(), after.getFirst());
    }

    /** The one that began before one o'clock, and the one that ends after twelve. */
    private String over(Told told, TimeSpan before, TimeSpan after) {
        if (!before.equals(after)) {
            return isBroken(List.of(before, after))
                    ? say(told, "lead.noon.later", clock(after.from()))
                    : say(told, "lead.noon.break", clock(before.to()), clock(after.from()));
        }
        boolean meal = !before.from().isBefore(MEAL_FROM) && !before.to().isAfter(MEAL_TO);
        return meal ? part(told, DayPart.LUNCH) : say(told, "lead.noon.open");
    }

    /** Whether there is more than a rest between two. */
    private static boolean isBroken(List<TimeSpan> spans) {
        return IntStream.range(1, spans.size())
                .anyMatch(i ->
                        Duration.between(spans.get(i - 1).to(), spans.get(i).from())
                                        .compareTo(LONGEST_REST)
                                > 0);
    }

    private String part(Told told, DayPart part) {
        var window = part.span();
        var word = texts.say(told.turn(), "part." + part.name().toLowerCase(Locale.ROOT));
        var open = told.spans().stream().filter(span -> span.overlaps(window)).toList();
        if (open.isEmpty()) {
            return closed(told, word, window);
        }
        var first = open.getFirst();
        if (open.size() == 1 && first.from().isBefore(window.from())) {
            return say(told, "lead.part.until", word, clock(first.to()));
        }
        return open.size() == 1 && first.to().isAfter(window.to())
                ? say(told, "lead.part.from", word, clock(first.from()))
                : say(told, "lead.part.open", word, texts.spans(told.turn(), open));
    }

    private String closed(Told told, String word, TimeSpan window) {
        return next(told, window.to())
                .map(next -> say(told, "lead.part.later", word, clock(next.from())))
                .orElseGet(() -> say(told, "lead.part.over", word, clock(told.last().to())));
    }

    private String at(Told told, LocalTime at) {
        if (at.equals(told.last().to())) {
            return say(told, "lead.closes", clock(at));
        }
        var open = told.spans().stream().filter(span -> span.holds(at)).findFirst();
        if (open.isPresent()) {
            return say(told, "lead.at.open", clock(at), clock(open.get().to()));
        }
        return next(told, at)
                .map(next -> say(told, "lead.at.later", clock(at), clock(next.from())))
                .orElseGet(() -> say(told, "lead.at.over", clock(at), clock(told.last().to())));
    }

    private static Optional<TimeSpan> next(Told told, LocalTime from) {
        return told.spans().stream().filter(span -> !span.from().isBefore(from)).findFirst();
    }

    private String say(Told told, String key, Object... values) {
        var all = new Object[values.length + 1];
        all[0] = told.subject();
        System.arraycopy(values, 0, all, 1, values.length);
        return texts.say(told.turn(), key, all);
    }

    private static String clock(LocalTime time) {
        return TimeSpan.clock(time);
    }
}
