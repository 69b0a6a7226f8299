package org.ximen.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.text.Pinyin;

/** Known words by how often they stand, how they sound and how they are typed in letters. */
final class Vocabulary {
    static final int LONGEST = 8;
    // Longer words are typed in one row of letters at most so long.
    static final int MOST_LETTERS = 32;
    private static final int GAPPED = 5;
    private static final int MOST_READINGS = 4;
    private static final int MOST_ALIKE = 8;
    // Bounds the memory, however much is held.
    private static final int MOST_WORDS = 100_000;
    private static final char ANY = '?';
    private static final Pattern LATIN = Pattern.compile("[a-z]{2,}");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<String>> sounds = new HashMap<>();
    private final Map<String, List<String>> gaps = new HashMap<>();
    private final Map<String, List<String>> letters = new HashMap<>();
    private final Set<String> foreign = new HashSet<>();
    private double all = 1;

    /**
     * @param words and in how many passages each stands; those of letters are only known
     */
    Vocabulary(Map<String, Integer> words) {
        var commonest = Map.Entry.<String, Integer>comparingByValue().reversed();
        words.entrySet().stream()
                .sorted(commonest.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .forEach(word -> take(word.getKey(), word.getValue()));
    }

    private void take(String word, int count) {
        if (word.length() <= LONGEST && chinese(word)) {
            add(word, count);
            all += count;
        } else if (LATIN.matcher(word).matches()) {
            foreign.add(word);
        }
    }

    static boolean chinese(String text) {
        return !text.isEmpty() && text.chars().noneMatch(one -> Pinyin.of((char) one).isEmpty());
    }

    private void add(String word, int count) {
        counts.put(word, count);
        for (var reading : readings(word)) {
            if (typed(reading).size() < MOST_ALIKE) {
                put(letters, reading, word);
            }
        }
        if (word.length() > 1) {
            put(sounds, sound(word), word);
        }
        if (word.length() >= GAPPED) {
            for (int i = 0; i < word.length(); i++) {
                put(gaps, gap(word, i), word);
            }
        }
    }

    private static void put(Map<String, List<String>> words, String key, String word) {
        words.computeIfAbsent(key, any -> new ArrayList<>(1)).add(word);
    }

    /** As it sounds to those who do not tell some syllables apart. */
    static String sound(String word) {
        var sound = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            sound.append(Pinyin.near(Pinyin.of(word.charAt(i)))).append(' ');
        }
        return sound.toString();
    }

    private static String gap(String word, int at) {
        return word.substring(0, at) + ANY + word.substring(at + 1);
    }

    private static List<String> readings(String word) {
        List<String> readings = List.of("");
        for (int i = 0; i < word.length(); i++) {
            var more = new ArrayList<String>();
            for (var one : Pinyin.all(word.charAt(i))) {
                readings.forEach(before -> more.add(before + one));
            }
            readings = more.subList(0, Math.min(MOST_READINGS, more.size()));
        }
        return readings;
    }

    boolean has(String word) {
        return counts.containsKey(word);
    }

    /** In how many passages it stands. */
    int count(String word) {
        return counts.getOrDefault(word, 0);
    }

    /** The known words of the same length that sound alike. */
    List<String> alike(String word) {
        return sounds.getOrDefault(sound(word), List.of());
    }

    /** The known words of five characters and more that differ in this one only. */
    List<String> differing(String word, int at) {
        return word.length() < GAPPED ? List.of() : gaps.getOrDefault(gap(word, at), List.of());
    }

    /** The known words that are typed so, the commonest first. */
    List<String> typed(String pinyin) {
        return letters.getOrDefault(pinyin, List.of());
    }

    /** Whether the files themselves have this word of letters. */
    boolean foreign(String word) {
        return foreign.contains(word);
    }

    /** How often all words stand together. */
    double all() {
        return all;
    }
}
