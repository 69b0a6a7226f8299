package org.ximen.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value in the head of an article.
 *
 * @param line from 1, where its key stands
 * @param words one, or the entries of a list
 */
record HeadValue(int line, List<String> words, boolean list) {
    private static final Pattern BETWEEN = Pattern.compile("[,，、]");

    HeadValue {
        words = List.copyOf(words);
    }

    /** In one line. */
    String text() {
        return String.join(", ", words);
    }

    /** As a list, also where somebody wrote 甲, 乙 without brackets. */
    List<String> items() {
        return list
                ? words
                : Arrays.stream(BETWEEN.split(text()))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    /** As it was written: a text or a list. */
    Object plain() {
        return list ? words : text();
    }
}
