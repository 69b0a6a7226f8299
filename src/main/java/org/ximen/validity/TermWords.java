package org.ximen.validity;

import org.ximen.text.WordLists;

/**
 * The words by which a text says from when and until when it counts, and what it does to other
 * texts, from {@code term-words.properties}.
 */
public final class TermWords {
    private static final WordLists LISTS =
            WordLists.beside(TermWords.class, "term-words.properties");

    private TermWords() {}

    /** A group of a pattern that matches any word of these lists. */
    public static String any(String... lists) {
        return LISTS.any(lists);
    }
}
