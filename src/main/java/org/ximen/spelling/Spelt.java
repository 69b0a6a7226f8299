package org.ximen.spelling;

import java.util.List;

/**
 * A question as it was probably meant.
 *
 * @param words that stand in it where others, or letters, were written; none if it is as written
 * @param letters whether pinyin was written
 */
public record Spelt(String text, List<String> words, boolean letters) {
    public Spelt {
        words = List.copyOf(words);
    }

    /** A text as it was written. */
    public static Spelt as(String text) {
        return new Spelt(text, List.of(), false);
    }

    /** Whether anything was read otherwise than it was written. */
    public boolean changed() {
        return !words.isEmpty();
    }
}
