package org.ximen.knowledge;

import org.ximen.text.WordLists;

/** How facts are asked for and told: the patterns of {@code fact-kinds.properties}. */
final class FactPatterns {
    private static final WordLists LISTS =
            WordLists.beside(FactPatterns.class, "fact-kinds.properties");

    private FactPatterns() {}

    /**
     * A pattern that finds what any of those under a key finds; a key that is not in the file is a
     * mistake of the program.
     */
    static String any(String key) {
        return String.join("|", LISTS.list(key));
    }
}
