package org.ximen.directory;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.text.WordLists;

/**
 * Finds the time of the day that a text names. The words for its parts stand in {@code
 * time-words.properties}.
 */
final class TimeWords {
    private static final String DIGITS = "零一二三四五六七八九十";
    private static final String NUMBER = "[0-9]{1,2}|[一二两三四五六七八九]?十[一二]?|[一二两三四五六七八九]";
    // 近一点 is no time, 一点半 is.
    private static final Pattern CHINESE =
            Pattern.compile(
                    "(?<![0-9.])("
                            + NUMBER
                            + ")(?:点|:(?=[0-9]{2}))"
                            + "(?:(半)|(一刻)|(三刻)|([0-9]{1,2})分?|(钟|整|以[前后]|[之前后]))?(?![位心])");
    private static final Pattern BEFORE_HOUR =
            Pattern.compile("(?:at|until|till|by|before|after|past|from|to|around|about) $");
    private static final int NOON = 12;
    // Nobody who says 五点 of an office means the morning.
    private static final int FIRST_MORNING_HOUR = 7;

    // The last of a day, as its hours are written.
    private static final AskedTime.Moment MIDNIGHT = new AskedTime.Moment(LocalTime.of(23, 59));

    private final List<String> numbers;
    private final List<Word> words;
    private final Pattern english;

    TimeWords() {
        var file = WordLists.beside(TimeWords.class, "time-words.properties");
        this.numbers = file.list("numbers");
        this.words = words(file);
        this.english =
                Pattern.compile(
                        "\\b(half past )?([0-9]{1,2}|"
                                + String.join("|", numbers)
                                + ")(?![0-9a-z])"
                                + "(?:[:.]([0-9]{2}))? ?(a\\.?m\\b|p\\.?m\\b|o'clock)?");
    }

    private record Word(String text, DayPart part) {}

    /**
     * What was found.
     *
     * @param from first character
     * @param to first character after it
     */
    record Clocked(int from, int to, AskedTime.Moment moment) {}

    private static List<Word> words(WordLists file) {
        var words = new ArrayList<Word>();
        for (var part : DayPart.values()) {
            for (var word : file.list(part.name().toLowerCase(Locale.ROOT))) {
                words.add(new Word(word, part));
            }
        }
        words.sort(Comparator.comparingInt((Word word) -> word.text().length()).reversed());
        return words;
    }

    /** The part of the day of a comparable text. */
    Optional<DayPart> part(String plain) {
        return words.stream()
                .filter(word -> plain.contains(word.text()))
                .map(Word::part)
                .findFirst();
    }

    /** The time by the clock. */
    Optional<Clocked> clock(String plain) {
        return CHINESE.matcher(plain)
                .results()
                .flatMap(found -> chinese(plain, found).stream())
                .findFirst()
                .or(() ->
                        english.matcher(plain)
                                .results()
                                .flatMap(found -> english(plain, found).stream())
                                .findFirst());
    }

    private Optional<Clocked> chinese(String plain, MatchResult found) {
        if (number(found.group(1)) == NOON && isNight(plain)) {
            return Optional.of(new Clocked(found.start(), found.end(), MIDNIGHT));
        }
        boolean bare = found.group(0).equals("一点") && part(plain).isEmpty();
        return bare
                ? Optional.empty()
                : clocked(plain, found, number(found.group(1)), minute(found));
    }

    private boolean isNight(String plain) {
        return part(plain).filter(p -> p == DayPart.EVENING || p == DayPart.NIGHT).isPresent();
    }

    private static int minute(MatchResult found) {
        if (found.group(2) != null) {
            return 30;
        }
        if (found.group(3) != null) {
            return 15;
        }
        if (found.group(4) != null) {
            return 45;
        }
        return found.group(5) == null ? 0 : Integer.parseInt(found.group(5));
    }

    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        var plain = written.replace('两', '二');
        return ten < 0
                ? DIGITS.indexOf(plain)
                : (ten == 0 ? 10 : 10 * DIGITS.indexOf(plain.charAt(0)))
                        + (ten == plain.length() - 1 ? 0 : DIGITS.indexOf(plain.charAt(ten + 1)));
    }

    private Optional<Clocked> english(String plain, MatchResult found) {
        var half = found.group(4);
        boolean told = half != null || found.group(1) != null;
        if (!told && !BEFORE_HOUR.matcher(plain.substring(0, found.start())).find()) {
            return Optional.empty();
        }
        var written = found.group(2);
        int word = numbers.indexOf(written);
        int hour = word < 0 ? Integer.parseInt(written) : word;
        int minute = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        return moment(hour, found.group(1) == null ? minute : 30, later(plain, half))
                .map(at -> new Clocked(found.start(), found.end(), at));
    }

    private @Nullable Boolean later(String plain, @Nullable String half) {
        if (half == null || half.startsWith("o")) {
            return later(plain);
        }
        return half.startsWith("p");
    }

    private Optional<Clocked> clocked(String plain, MatchResult found, int hour, int minute) {
        return moment(hour, minute, later(plain))
                .map(at -> new Clocked(found.start(), found.end(), at));
    }

    /** Whether it is after noon; null where nothing says so. */
    private @Nullable Boolean later(String plain) {
        return part(plain).map(part -> part.span().to().getHour() > NOON).orElse(null);
    }

    private static Optional<AskedTime.Moment> moment(
            int hour, int minute, @Nullable Boolean later) {
        boolean afternoon = later == null ? hour < FIRST_MORNING_HOUR : later;
        int full = afternoon && hour < NOON ? hour + NOON : hour;
        try {
            return Optional.of(new AskedTime.Moment(LocalTime.of(full, minute)));
        } catch (DateTimeException e) { // 九十点
            return Optional.empty();
        }
    }
}
