package org.ximen.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.text.WordLists;

/**
 * What a question about earlier rules asks for: those of a day, or whatever came before. A year
 * alone does not make one (2019年买的房 asks about today); it has to be about the rules of that time.
 */
sealed interface Past {
    /** The rules that counted on this day; of a year or month its last day. */
    record On(LocalDate day) implements Past {}

    /** The rules before the present ones. */
    record Before() implements Past {}

    /** Reads a comparable question; empty if it is about now. */
    static Optional<Past> of(String question, LocalDate today) {
        if (Words.NOW.matcher(question).find()) {
            return Optional.empty();
        }
        var date = Words.DATE.matcher(question);
        if (date.find()) {
            var day = aboutRules(question, date) ? day(date, today) : null;
            return Optional.ofNullable(day).filter(d -> d.isBefore(today)).map(On::new);
        }
        return Words.BEFORE.matcher(question).find() ? Optional.of(new Before()) : Optional.empty();
    }

    private static boolean aboutRules(String question, Matcher date) {
        var rest = question.substring(date.end());
        return Words.RULES.matcher(question).find()
                || date.start() <= 2 && !Words.EVENT.matcher(rest).lookingAt();
    }

    private static @Nullable LocalDate day(Matcher date, LocalDate today) {
        if (date.group("word") != null) {
            int back = date.group("word").equals("去年") ? 1 : 2;
            return LocalDate.of(today.getYear() - back, 12, 31);
        }
        if (date.group("ago") != null) {
            return today.minusYears("一二三四五六七八九十".indexOf(date.group("ago")) + 1L);
        }
        int year = Integer.parseInt(date.group("year"));
        if (date.group("month") == null) {
            return LocalDate.of(year, 12, 31);
        }
        try {
            var month = YearMonth.of(year, Integer.parseInt(date.group("month")));
            return date.group("day") == null
                    ? month.atEndOfMonth()
                    : month.atDay(Integer.parseInt(date.group("day")));
        } catch (DateTimeException e) { // 13月 or 31日 where there is none
            return null;
        }
    }

    /** How such questions are put. */
    final class Words {
        private static final WordLists LISTS =
                WordLists.beside(Past.class, "past-words.properties");
        private static final Pattern DATE =
                Pattern.compile(
                        "(?<year>(?:19|20)[0-9]{2})年(?:(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})[日号])?)?"
                                + "|(?<ago>[一二三四五六七八九十])年前|(?<word>去年|前年)");
        private static final Pattern RULES = Pattern.compile(LISTS.any("rules", "then"));
        private static final Pattern EVENT = Pattern.compile("我|[0-9]*" + LISTS.any("event"));
        private static final Pattern BEFORE =
                Pattern.compile(
                        LISTS.any("before")
                                + ".{0,6}"
                                + LISTS.any("rules")
                                + "|"
                                + LISTS.any("old")
                                + "的?"
                                + LISTS.any("rules", "edition")
                                + "|"
                                + LISTS.any("once")
                                + LISTS.any("once.asked"));
        private static final Pattern NOW = Pattern.compile(LISTS.any("now"));

        private Words() {}
    }
}
