package org.ximen.knowledge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.text.Words;

/**
 * The words by which {@link PhrasingGuard} knows exceptions, names, promises and English numbers;
 * they stand in {@code guard.properties}.
 *
 * @param beforeNames what often stands before a name and is no part of it
 * @param numbers English words for numbers and months, with their digits
 */
record GuardWords(
        Pattern exceptions,
        Pattern names,
        Set<String> beforeNames,
        Pattern promises,
        Pattern englishExceptions,
        Map<String, String> numbers) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final String ALTERNATIVES = "\\s+";

    /** Those that ship. */
    static final GuardWords SHIPPED = read();

    private static GuardWords read() {
        var words = new Properties();
        var file = GuardWords.class.getResourceAsStream("guard.properties");
        try (var in = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GuardWords(
                any(words, "exceptions", "%s"),
                any(words, "names", "(?:%s)$"),
                Set.of(words.getProperty("before.names").strip().split(ALTERNATIVES)),
                any(words, "promises", "%s"),
                Pattern.compile(
                        "\\b(?:" + joined(words, "exceptions.en") + ")\\b",
                        Pattern.CASE_INSENSITIVE),
                numbers(words.getProperty("numbers.en")));
    }

    private static Pattern any(Properties words, String key, String form) {
        return Pattern.compile(form.formatted(joined(words, key)));
    }

    private static String joined(Properties words, String key) {
        return String.join("|", words.getProperty(key).strip().split(ALTERNATIVES))
                .replace('_', ' ');
    }

    private static Map<String, String> numbers(String pairs) {
        return Arrays.stream(pairs.strip().split(ALTERNATIVES))
                .map(pair -> pair.split("="))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    /** English words with digits for the numbers and months among them. */
    String inDigits(String english) {
        return WORD.matcher(english)
                .replaceAll(word -> {
                    var digits = numbers.get(word.group().toLowerCase(Locale.ROOT));
                    return digits == null ? word.group() : " " + digits + " ";
                });
    }

    /** Whether everything that ends as names do stands on some ground, with what is before it. */
    boolean knowsNames(String text, String ground) {
        var words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            boolean named = isHan(words.get(i)) && names.matcher(words.get(i)).find();
            if (named && !(ground.contains(words.get(i)) && isKnown(words, i - 1, ground))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word may stand before a name. */
    private boolean isKnown(List<String> words, int at, String ground) {
        var word = at < 0 ? "" : words.get(at);
        return word.length() < 2
                || !isHan(word)
                || beforeNames.contains(word)
                || ground.contains(word);
    }

    private static boolean isHan(String word) {
        return word.chars().allMatch(Character::isIdeographic);
    }
}
