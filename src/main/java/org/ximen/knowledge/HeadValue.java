package org.ximen.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value in the head of an article.
 *
 * @param line from 1, where its key stands
 * @param words one, or the entries of a list
 */
record HeadValue(int line, List<String> words, boolean list) {
    private static final Pattern BETWEEN = Pattern.compile("[,，、]");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("[;；]");
    private static final Set<String> OF_SENTENCES = Set.of("questions", "laws");

    HeadValue {
        words = List.copyOf(words);
    }

    /** In one line. */
    String text() {
        return String.join(", ", words);
    }

    /** In one line, from which its entries can be read again. */
    String text(String key) {
        return OF_SENTENCES.contains(key) ? String.join("；", words) : text();
    }

    /** As a list, also where somebody wrote 甲, 乙 without brackets. */
    List<String> items() {
        return list ? words : split(BETWEEN);
    }

    /** The same of whole sentences, which may have commas in them. */
    List<String> sentences() {
        return list ? words : split(BETWEEN_SENTENCES);
    }

    private List<String> split(Pattern between) {
        return Arrays.stream(between.split(text()))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** As it was written: a text or a list. */
    Object plain() {
        return list ? words : text();
    }
}
