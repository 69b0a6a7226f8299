package org.ximen.understanding;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ximen.text.Plain;

/**
 * The character n-grams of a text, one to four long, and its Latin words, each as a hash. Numbers
 * count by their being there only; blanks between Chinese characters do not count.
 */
final class NGrams {
    private static final int LONGEST = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOT_LATIN = Pattern.compile("[^a-z']+");
    private static final char START = '\u0002';
    private static final char END = '\u0003';

    private NGrams() {}

    /** Hashes, ascending, each once. */
    static int[] of(String text) {
        var plain = NUMBER.matcher(Plain.comparable(text)).replaceAll("0");
        var marked = START + BLANKS.matcher(plain).replaceAll("") + END;
        return IntStream.concat(characters(marked), words(plain)).sorted().distinct().toArray();
    }

    /** Share of the n-grams that two texts have in common (Dice), 0 to 1. */
    static double common(String one, String other) {
        var here = of(one);
        var there = of(other);
        long both = Arrays.stream(here).filter(h -> Arrays.binarySearch(there, h) >= 0).count();
        return 2.0 * both / (here.length + there.length);
    }

    private static IntStream characters(String marked) {
        return IntStream.rangeClosed(1, LONGEST)
                .flatMap(n ->
                        IntStream.rangeClosed(0, marked.length() - n)
                                .map(from -> hash(marked, from, from + n)));
    }

    private static IntStream words(String plain) {
        return NOT_LATIN
                .splitAsStream(plain)
                .filter(word -> word.length() > LONGEST)
                .mapToInt(word -> hash(word, 0, word.length()));
    }

    /** FNV-1a over the characters, then the finish of MurmurHash3, so that all bits count. */
    private static int hash(String text, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
