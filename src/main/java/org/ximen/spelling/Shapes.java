package org.ximen.spelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters that are taken for each other because they look alike. */
final class Shapes {
    private static final Map<Character, String> MATES = mates(SpellingWords.LISTS.list("alike"));

    private Shapes() {}

    private static Map<Character, String> mates(List<String> groups) {
        var mates = new HashMap<Character, String>();
        for (var group : groups) {
            for (char one : group.toCharArray()) {
                mates.merge(one, group.replace(String.valueOf(one), ""), String::concat);
            }
        }
        return mates;
    }

    /** What a character may have been taken for; mostly nothing. */
    static List<Character> mates(char one) {
        return MATES.getOrDefault(one, "").chars().mapToObj(mate -> (char) mate).toList();
    }

    static boolean alike(char one, char other) {
        return MATES.getOrDefault(one, "").indexOf(other) >= 0;
    }
}
