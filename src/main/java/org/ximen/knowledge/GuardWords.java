package org.ximen.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.text.WordLists;
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

    /** Those that ship. */
    static final GuardWords SHIPPED = read();

    private static GuardWords read() {
        var words = WordLists.beside(GuardWords.class, "guard.properties");
        return new GuardWords(
                any(words, "exceptions", "%s"),
                any(words, "names", "(?:%s)$"),
                Set.copyOf(words.list("before.names")),
                any(words, "promises", "%s"),
                Pattern.compile(
                        "\\b(?:" + joined(words, "exceptions.en") + ")\\b",
                        Pattern.CASE_INSENSITIVE),
                words.pairs("numbers.en"));
    }

    private static Pattern any(WordLists words, String key, String form) {
        return Pattern.compile(form.formatted(joined(words, key)));
    }

    private static String joined(WordLists words, String key) {
        return String.join("|", words.list(key));
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
