package org.ximen.readings;

import java.util.NoSuchElementException;
import org.ximen.text.WordLists;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/** Acts and dangers in the street's words, from {@code words.properties} beside this class. */
public final class ActNames {
    private static final WordLists WORDS = WordLists.beside(ActNames.class, "words.properties");

    private ActNames() {}

    /** What staff call an act. */
    public static String of(Act act) {
        return word("act." + act.label());
    }

    /** What staff call how near a danger is. */
    public static String of(DangerReading.Level level) {
        return word("level." + level.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String word(String key) {
        return WORDS.line(key).orElseThrow(() -> new NoSuchElementException(key));
    }
}
