package org.ximen.validity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.text.ChineseNumbers;
import org.ximen.validity.TermToken.Kind;

/**
 * Cuts a sentence into the words of {@link TermGrammar}: those of {@link TermWords}, days and
 * periods.
 */
final class TermLexer {
    private static final String YEAR = "(" + Dates.DIGIT + "{4})年";
    private static final String SHORT = "(" + Dates.DIGIT + "{1,3})";
    private static final String COUNT = "([0-9]{1,3}|[一二三四五六七八九十百两]{1,4}|半)";
    // 每五年 and 第五年 are no such thing.
    private static final String PERIOD =
            ("(?<PERIOD>(?<![每第0-9一二三四五六七八九十百两])(?:"
                            + "(?<years>#)周?年(?<half>半)?(?:[零又]?(?<months>#)个?月)?(?:[零又]?(?<days>#)[天日])?"
                            + "|(?<onlyMonths>#)个?月(?:[零又]?(?<moreDays>#)[天日])?"
                            + "|(?<onlyDays>#)[天日]))")
                    .replace("#", COUNT);
    private static final Pattern WORD =
            Pattern.compile(
                    String.join(
                            "|",
                            "(?<DAY>" + Dates.DAY + ")",
                            "(?<YEAREND>" + YEAR + "年?[底末])",
                            "(?<MONTH>" + YEAR + SHORT + "月份?[底末]?)",
                            "(?<SHORTDAY>" + SHORT + "月" + SHORT + "日)",
                            PERIOD,
                            "(?<ISSUE>"
                                    + TermWords.any("issue")
                                    + TermWords.any("issue.after")
                                    + ")",
                            "(?<STARTDAY>"
                                    + TermWords.any("start-day")
                                    + TermWords.any("day")
                                    + ")",
                            "(?<TERM>" + TermWords.any("term") + "期限?)",
                            "(?<START>" + TermWords.any("start") + ")",
                            "(?<FROM>[自从于由])",
                            "(?<ON>起)",
                            "(?<UNTIL>" + TermWords.any("until") + "|—{1,2}|[－~～-])",
                            "(?<END>" + TermWords.any("end") + ")",
                            "(?<AFTER>[后满])",
                            "(?<FILL>" + TermWords.any("fill") + ")",
                            "(?<STOP>[，,、；;。（）()])"));

    // The kinds of words, by the number of their group.
    private static final Map<String, Integer> GROUPS = groups();

    private final List<TermToken> tokens = new ArrayList<>();
    private final String sentence;
    private @Nullable LocalDate last;

    private TermLexer(String sentence) {
        this.sentence = sentence;
    }

    private static Map<String, Integer> groups() {
        var groups = new HashMap<>(WORD.namedGroups());
        groups.keySet().removeIf(name -> !name.equals(name.toUpperCase(Locale.ROOT)));
        return Map.copyOf(groups);
    }

    /** The words, those left out that say nothing here (正式, 暂定). */
    static List<TermToken> tokens(String sentence) {
        var lexer = new TermLexer(sentence);
        lexer.read();
        return lexer.tokens;
    }

    private void read() {
        var word = WORD.matcher(sentence);
        int at = 0;
        while (word.find()) {
            other(at, word.start());
            add(word);
            at = word.end();
        }
        other(at, sentence.length());
    }

    private void other(int from, int to) {
        if (from < to) {
            put(Kind.OTHER, from, to, null, null);
        }
    }

    private void put(
            Kind kind, int from, int to, @Nullable LocalDate day, @Nullable Period period) {
        tokens.add(new TermToken(kind, from, to, sentence.substring(from, to), day, period));
    }

    private void add(Matcher word) {
        var name = name(word);
        switch (name) {
            case "FILL" -> {}
            case "DAY" -> day(word, Dates.read(word.group()).orElse(null));
            case "YEAREND" -> day(word, yearEnd(word));
            case "MONTH" -> day(word, month(word));
            case "SHORTDAY" -> day(word, last == null ? null : ofYear(word, last.getYear()));
            case "PERIOD" -> put(Kind.PERIOD, word.start(), word.end(), null, period(word));
            case "ISSUE" -> put(Kind.ISSUE, word.start(), word.end(), null, shift(word));
            case "STARTDAY" -> put(Kind.START_DAY, word.start(), word.end(), null, null);
            default -> put(Kind.valueOf(name), word.start(), word.end(), null, null);
        }
    }

    private static String name(MatchResult word) {
        for (var group : GROUPS.entrySet()) {
            if (word.start(group.getValue()) >= 0) {
                return group.getKey();
            }
        }
        throw new IllegalStateException(word.group());
    }

    /** A day that the calendar does not have is a word like any other. */
    private void day(MatchResult word, @Nullable LocalDate day) {
        last = day == null ? last : day;
        put(day == null ? Kind.OTHER : Kind.DAY, word.start(), word.end(), day, null);
    }

    private static LocalDate yearEnd(MatchResult word) {
        return LocalDate.of(Dates.year(digits(word)[0]), 12, 31);
    }

    /** The first of the month where it begins something, the last where 底 says so. */
    private static @Nullable LocalDate month(MatchResult word) {
        var parts = digits(word);
        try {
            var month = YearMonth.of(Dates.year(parts[0]), Dates.number(parts[1]));
            boolean end = word.group().matches(".*[底末]");
            return end ? month.atEndOfMonth() : month.atDay(1);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate ofYear(MatchResult word, int year) {
        var parts = digits(word);
        try {
            return LocalDate.of(year, Dates.number(parts[0]), Dates.number(parts[1]));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String[] digits(MatchResult word) {
        return word.group().split("[年月日]");
    }

    private static Period shift(MatchResult word) {
        return Period.ofDays(word.group().endsWith("次日") ? 1 : 0);
    }

    private static Period period(Matcher word) {
        int months = count(word, "months") + count(word, "onlyMonths");
        int days = count(word, "days") + count(word, "moreDays") + count(word, "onlyDays");
        boolean half = word.group("half") != null || "半".equals(word.group("years"));
        return Period.of(count(word, "years"), months + (half ? 6 : 0), days).normalized();
    }

    private static int count(Matcher word, String group) {
        var written = word.group(group);
        return written == null || written.equals("半")
                ? 0
                : Integer.parseInt(ChineseNumbers.digits(written));
    }
}
