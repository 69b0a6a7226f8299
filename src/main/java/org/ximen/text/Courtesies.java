package org.ximen.text;

import java.util.regex.Pattern;

/** What people say around a question and that asks nothing, from {@code courtesies.properties}. */
public final class Courtesies {
    private static final WordLists LISTS =
            WordLists.beside(Courtesies.class, "courtesies.properties");

    private Courtesies() {}

    /** Words of these lists, punctuation and blanks. */
    public static Pattern noise(String... lists) {
        return Pattern.compile("[\\p{P}\\p{S}\\s]|" + LISTS.any(lists));
    }
}
