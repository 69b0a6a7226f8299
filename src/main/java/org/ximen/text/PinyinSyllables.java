package org.ximen.text;

import java.util.HashSet;
import java.util.Set;

/** Tells letters that may be pinyin from other languages. */
public final class PinyinSyllables {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';
    private static final int LONGEST = 6;

    private PinyinSyllables() {}

    private static final class Known {
        static final Set<String> SYLLABLES = syllables();

        private static Set<String> syllables() {
            var all = new HashSet<String>();
            for (char one = FIRST; one <= LAST; one++) {
                all.addAll(Pinyin.all(one));
            }
            all.remove("");
            return Set.copyOf(all);
        }
    }

    /**
     * Whether a word is made of whole syllables, such as laji or juzhuzheng.
     *
     * @param word small letters a to z, without tones
     */
    public static boolean isSpoken(String word) {
        var reached = new boolean[word.length() + 1];
        reached[0] = true;
        for (int end = 1; end <= word.length(); end++) {
            for (int from = Math.max(0, end - LONGEST); from < end && !reached[end]; from++) {
                reached[end] = reached[from] && Known.SYLLABLES.contains(word.substring(from, end));
            }
        }
        return reached[word.length()];
    }
}
