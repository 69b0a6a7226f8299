package org.ximen.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ximen.text.WordLists;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

/** Finds the day that a text names. Its words stand in {@code day-words.properties}. */
final class DayWords {
    private static final String ORDER = "一二三四五六日";
    private static final Pattern WEEKDAY =
            Pattern.compile("(下)?(?:这|本)?个?(?:周|礼拜|星期)([一二三四五六日天1-6])(?![0-9])");
    private static final Pattern DATE = Pattern.compile("([0-9]{1,2})月([0-9]{1,2})[日号]?");
    private static final String MONTH_DAY = "\\d{2}-\\d{2}";
    private static final int SUNDAY = 6;

    private final WorkCalendar calendar;
    private final List<Word> words = words();

    /**
     * A word for a day.
     *
     * @param means days from today, the name of a holiday, {@code holidays} for any, a month and
     *     day, {@code weekend} or a day of the week
     */
    private record Word(String text, String means) {}

    /**
     * What was found.
     *
     * @param from first character
     * @param to first character after it
     */
    record Named(int from, int to, AskedDays days) {
        private boolean isIn(Named longer) {
            return longer.from <= from && to <= longer.to;
        }
    }

    DayWords(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    private static List<Word> words() {
        var file = WordLists.beside(DayWords.class, "day-words.properties");
        var words = new ArrayList<Word>();
        for (var means : file.keys()) {
            for (var word : file.list(means)) {
                words.add(new Word(word, means));
            }
        }
        words.sort(Comparator.comparingInt((Word word) -> word.text().length()).reversed());
        return words;
    }

    /**
     * The day of a comparable text; a date before a day of the week before a word that does not
     * hold it, as 礼拜六和礼拜天 does.
     */
    Optional<Named> in(String plain, LocalDate today) {
        var word = word(plain, today);
        return date(plain, today)
                .or(() -> weekday(plain, today).map(day -> word.filter(day::isIn).orElse(day)))
                .or(() -> word);
    }

    private static Optional<Named> date(String plain, LocalDate today) {
        var date = DATE.matcher(plain);
        if (!date.find()) {
            return Optional.empty();
        }
        try {
            int month = Integer.parseInt(date.group(1));
            int day = Integer.parseInt(date.group(2));
            return Optional.of(named(date, one("", next(month, day, today))));
        } catch (DateTimeException e) { // 2月30日
            return Optional.empty();
        }
    }

    private static Optional<Named> weekday(String plain, LocalDate today) {
        var found = WEEKDAY.matcher(plain);
        if (!found.find()) {
            return Optional.empty();
        }
        var digit = found.group(2).charAt(0);
        int nth = digit == '天' ? SUNDAY : ORDER.indexOf(digit);
        var weekday = DayOfWeek.of(1 + (nth < 0 ? digit - '1' : nth));
        var next = today.with(TemporalAdjusters.nextOrSame(weekday));
        var meant =
                found.group(1) == null
                        ? next
                        : today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                                .with(TemporalAdjusters.nextOrSame(weekday));
        return Optional.of(named(found, one("", meant)));
    }

    private static AskedDays one(String words, LocalDate day) {
        return new AskedDays(words, day, day);
    }

    private static Named named(Matcher found, AskedDays days) {
        return new Named(found.start(), found.end(), days);
    }

    private Optional<Named> word(String plain, LocalDate today) {
        return words.stream()
                .filter(word -> plain.contains(word.text()))
                .flatMap(word ->
                        days(word.means(), today).map(days -> named(plain, word, days)).stream())
                .findFirst();
    }

    private static Named named(String plain, Word word, AskedDays days) {
        int from = plain.indexOf(word.text());
        return new Named(from, from + word.text().length(), days);
    }

    private Optional<AskedDays> days(String means, LocalDate today) {
        if (means.matches("\\d")) {
            return Optional.of(one("", today.plusDays(Integer.parseInt(means))));
        }
        if (means.equals("weekend")) {
            var sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            var saturday = sunday.minusDays(1);
            return Optional.of(
                    new AskedDays("周末", saturday.isBefore(today) ? today : saturday, sunday));
        }
        for (var weekday : DayOfWeek.values()) {
            if (means.equals(weekday.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(one("", today.with(TemporalAdjusters.nextOrSame(weekday))));
            }
        }
        if (means.equals("holidays")) {
            return calendar.next(today).map(DayWords::asked);
        }
        if (means.matches(MONTH_DAY)) {
            var parts = means.split("-");
            return Optional.of(
                    one("", next(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), today)));
        }
        return calendar.next(means, today).map(DayWords::asked);
    }

    private static AskedDays asked(WorkdaysFile.Holiday holiday) {
        return new AskedDays(holiday.name(), holiday.from(), holiday.to());
    }

    private static LocalDate next(int month, int day, LocalDate today) {
        var here = LocalDate.of(today.getYear(), month, day);
        return here.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : here;
    }
}
