package org.ximen.knowledge;

import java.util.List;

/**
 * A question as it was probably meant.
 *
 * @param words that stand in it where others, or letters, were written; none if it is as written
 * @param letters whether pinyin was written
 */
record Spelt(String text, List<String> words, boolean letters) {
    Spelt {
        words = List.copyOf(words);
    }

    /** A text as it was written. */
    static Spelt as(String text) {
        return new Spelt(text, List.of(), false);
    }

    boolean changed() {
        return !words.isEmpty();
    }
}
