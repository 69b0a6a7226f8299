package org.ximen.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Pinyin;

/** Reads pinyin that stands for Chinese words: juzhuzheng zenme ban, or juzhuzheng怎么办. */
final class Letters {
    // Letters, apart by blanks or apostrophes, perhaps with tones 1 to 5.
    private static final Pattern RUN =
            Pattern.compile("[a-z](?:[a-z]|[1-5](?![0-9])|[ '’](?=[a-z]))*(?: +(?=\\p{IsHan}))?");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z]");
    private static final int LEAST = 4;
    // Most of the letters must be words, else they are another language.
    private static final double WORDS = 0.6;
    private static final int WAYS = 6;
    // Few long words rather than many short ones; such as stand side by side in the files.
    private static final double NEW_WORD = 1.5;
    private static final double JOINT = 0.6;

    /** What people say and files do not: how often, were the files spoken to. */
    static final Map<String, Integer> SPOKEN = spoken();

    private final Wordbook wordbook;
    private final Vocabulary known;

    /**
     * Chinese words that letters stand for.
     *
     * @param words as they are read
     */
    private record Read(int from, int to, List<String> words) {}

    /** A way to read the first letters of a run, by its last word, which begins at a letter. */
    private record Way(double cost, @Nullable Way before, int from, String word) {
        static final Way START = new Way(0, null, 0, "");
    }

    Letters(Wordbook wordbook, Vocabulary known) {
        this.wordbook = wordbook;
        this.known = known;
    }

    private static Map<String, Integer> spoken() {
        var spoken = new HashMap<String, Integer>();
        for (var word : SpellingWords.LISTS.list("spoken")) {
            spoken.put(word, word.length() == 1 ? 300 : 1000);
        }
        return Map.copyOf(spoken);
    }

    /** The text with words in place of pinyin; empty where there is none. */
    Optional<Spelt> read(String text) {
        var plain = Pinyin.toneless(text);
        var reads = new ArrayList<Read>();
        boolean chinese = plain.chars().anyMatch(Character::isIdeographic);
        var runs = RUN.matcher(plain);
        while (runs.find()) {
            var words = words(BETWEEN.matcher(runs.group()).replaceAll(""));
            if (!words.isEmpty()) {
                reads.add(new Read(runs.start(), runs.end(), words));
            } else if (!chinese) {
                return Optional.empty(); // another language
            }
        }
        return reads.isEmpty() ? Optional.empty() : Optional.of(spelt(plain, reads));
    }

    private static Spelt spelt(String plain, List<Read> reads) {
        var text = new StringBuilder();
        var words = new ArrayList<String>();
        int at = 0;
        for (var read : reads) {
            var chinese = String.join("", read.words());
            text.append(plain, at, read.from()).append(chinese);
            words.add(chinese);
            at = read.to();
        }
        return new Spelt(text.append(plain, at, plain.length()).toString(), words, true);
    }

    /** What a run of letters stands for; empty if it is no pinyin. */
    private List<String> words(String letters) {
        if (letters.length() < LEAST || known.foreign(letters)) {
            return List.of();
        }
        var ways = new ArrayList<List<Way>>();
        ways.add(List.of(Way.START));
        for (int to = 1; to <= letters.length(); to++) {
            var here = new ArrayList<Way>();
            for (int from = Math.max(0, to - Vocabulary.MOST_LETTERS); from < to; from++) {
                if (!ways.get(from).isEmpty()) {
                    for (var word : known.typed(letters.substring(from, to))) {
                        here.add(next(ways.get(from), from, word));
                    }
                }
            }
            here.sort(Comparator.comparingDouble(Way::cost));
            ways.add(List.copyOf(here.subList(0, Math.min(WAYS, here.size()))));
        }
        return ways.getLast().isEmpty() ? List.of() : words(ways.getLast().getFirst(), letters);
    }

    /** The best of the ways that lead to a word, and then the word. */
    private Way next(List<Way> before, int from, String word) {
        double cost = NEW_WORD + Math.log(known.all() / (known.count(word) + 0.5));
        return before.stream()
                .map(way -> new Way(cost + way.cost() - joint(way, word), way, from, word))
                .min(Comparator.comparingDouble(Way::cost))
                .orElseThrow();
    }

    /** What the files tell of two words side by side. */
    private double joint(Way before, String word) {
        if (before.word().isEmpty()) {
            return 0;
        }
        var last = before.word().substring(before.word().length() - 1);
        return JOINT * Math.log1p(wordbook.count(last + word.charAt(0)));
    }

    private static List<String> words(Way way, String letters) {
        var words = new ArrayList<String>();
        int inWords = 0;
        int end = letters.length();
        for (var at = way; at.before() != null; at = at.before()) {
            words.addFirst(at.word());
            inWords += at.word().length() > 1 ? end - at.from() : 0;
            end = at.from();
        }
        return inWords >= WORDS * letters.length() ? words : List.of();
    }
}
