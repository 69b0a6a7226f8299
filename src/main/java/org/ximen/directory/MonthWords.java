package org.ximen.directory;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.text.ChineseNumbers;
import org.ximen.text.WordLists;

/** Finds the months that a text names. Its words stand in {@code month-words.properties}. */
final class MonthWords {
    // 10月份, not 10月3日
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?<![0-9一二三四五六七八九十个几])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![0-9底初])");
    private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;
    private static final int HALF = 6;

    private static final List<Word> WORDS = words();

    /**
     * A word for months.
     *
     * @param unit month, quarter, half, year or name
     */
    private record Word(String text, String unit, int number) {}

    /** What is named, and the rest with {@link AskedClause#PLACE} for it. */
    record Named(AskedMonths months, String frame) {}

    /** The year that is named, the month in it, and the rest of the text. */
    private record Parts(@Nullable Integer year, @Nullable Integer month, String frame) {}

    private static List<Word> words() {
        var file = WordLists.beside(MonthWords.class, "month-words.properties");
        return file.keys().stream()
                .flatMap(key -> file.list(key).stream().map(text -> word(text, key.split("\\."))))
                .sorted(Comparator.comparingInt((Word word) -> -word.text().length()))
                .toList();
    }

    private static Word word(String text, String... key) {
        return new Word(text, key[0], Integer.parseInt(key[1]));
    }

    /**
     * The months of a comparable text; those that are still to come are meant of the year before.
     */
    Optional<Named> in(String plain, YearMonth now) {
        var relative =
                WORDS.stream()
                        .filter(word -> !isYear(word) && !isName(word))
                        .filter(word -> plain.contains(word.text()))
                        .findFirst();
        return relative.map(word -> new Named(months(word, now), masked(plain, word.text())))
                .or(() -> dated(month(year(plain, now)), now));
    }

    private static AskedMonths months(Word word, YearMonth now) {
        return switch (word.unit()) {
            case "month" -> AskedMonths.of(now.plusMonths(word.number()), 1);
            case "quarter" ->
                    AskedMonths.of(
                            quarter(now).plusMonths(QUARTER * (long) word.number()), QUARTER);
            default -> half(word.number(), now);
        };
    }

    private static YearMonth quarter(YearMonth now) {
        return now.minusMonths((now.getMonthValue() - 1) % QUARTER);
    }

    private static AskedMonths half(int number, YearMonth now) {
        var first = YearMonth.of(now.getYear(), 1 + (number - 1) * HALF);
        return AskedMonths.of(first.isAfter(now) ? first.minusYears(1) : first, HALF);
    }

    private static Parts year(String plain, YearMonth now) {
        var word =
                WORDS.stream()
                        .filter(MonthWords::isYear)
                        .filter(each -> plain.contains(each.text()))
                        .findFirst();
        if (word.isPresent()) {
            int year = now.getYear() + word.get().number();
            return new Parts(year, null, masked(plain, word.get().text()));
        }
        var year = YEAR.matcher(plain);
        return year.find()
                ? new Parts(Integer.valueOf(year.group(1)), null, masked(plain, year.group()))
                : new Parts(null, null, plain);
    }

    private static Parts month(Parts parts) {
        var frame = parts.frame();
        var named =
                WORDS.stream()
                        .filter(MonthWords::isName)
                        .filter(each -> frame.contains(each.text()))
                        .findFirst();
        if (named.isPresent()) {
            return new Parts(parts.year(), named.get().number(), masked(frame, named.get().text()));
        }
        var numbered = NUMBERED.matcher(frame);
        return numbered.find()
                ? new Parts(
                        parts.year(),
                        Integer.valueOf(ChineseNumbers.digits(numbered.group(1))),
                        masked(frame, numbered.group()))
                : parts;
    }

    private static Optional<Named> dated(Parts parts, YearMonth now) {
        var year = parts.year();
        var month = parts.month();
        if (month != null) {
            var meant = YearMonth.of(year == null ? now.getYear() : year, month);
            boolean before = year == null && meant.isAfter(now);
            return Optional.of(
                    new Named(
                            AskedMonths.of(before ? meant.minusYears(1) : meant, 1),
                            parts.frame()));
        }
        return Optional.ofNullable(year)
                .map(of -> new Named(AskedMonths.of(YearMonth.of(of, 1), MONTHS), parts.frame()));
    }

    private static boolean isYear(Word word) {
        return word.unit().equals("year");
    }

    private static boolean isName(Word word) {
        return word.unit().equals("name");
    }

    private static String masked(String plain, String word) {
        var frame = plain.replaceFirst(Pattern.quote(word), AskedClause.PLACE);
        return frame.replace(AskedClause.PLACE + AskedClause.PLACE, AskedClause.PLACE);
    }
}
