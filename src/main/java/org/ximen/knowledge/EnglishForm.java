package org.ximen.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a question is put: all its words, also those that tell nothing of what it is about, such as
 * how long and who.
 */
record EnglishForm(Set<String> words) {
    EnglishForm {
        words = Set.copyOf(words);
    }

    static EnglishForm of(List<String> written) {
        return new EnglishForm(new HashSet<>(written));
    }

    /** How far two are put in the same words, 0 to 1 (Dice). */
    double likeness(EnglishForm other) {
        int both = words.size() + other.words().size();
        long same = words.stream().filter(other.words()::contains).count();
        return both == 0 ? 0 : 2.0 * same / both;
    }
}
