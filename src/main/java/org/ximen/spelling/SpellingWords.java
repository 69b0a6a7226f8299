package org.ximen.spelling;

import org.ximen.text.WordLists;

/** The words and characters of {@code spelling-words.properties}. */
final class SpellingWords {
    static final WordLists LISTS =
            WordLists.beside(SpellingWords.class, "spelling-words.properties");

    private SpellingWords() {}
}
