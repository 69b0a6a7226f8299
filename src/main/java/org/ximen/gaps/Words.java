package org.ximen.gaps;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.text.Courtesies;
import org.ximen.text.Masking;
import org.ximen.text.Plain;
import org.ximen.text.WordLists;

/** A question's words: without what leads to a person, and compared where no model is at hand. */
final class Words {
    private static final int LONGEST = 200;
    private static final WordLists OWN = WordLists.beside(Words.class, "own-affairs.properties");
    // About one person's own affair, which no FAQ can answer.
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "我%s?.{0,8}%s|XM-\\d{8}-\\d+".formatted(OWN.any("which"), OWN.any("affair")),
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NOISE = Courtesies.noise("greeting", "leading");

    private Words() {}

    /** The text as it may be kept. */
    static String masked(String text) {
        var plain = Masking.anonymous(Plain.visible(text).replaceAll("\\s+", " "));
        return plain.length() > LONGEST ? Plain.start(plain, LONGEST) + "…" : plain;
    }

    static boolean arePersonal(String text) {
        return PERSONAL.matcher(Plain.comparable(text)).find();
    }

    /** What the model reads. */
    static String bare(String text) {
        return NOISE.matcher(Plain.comparable(text)).replaceAll("");
    }

    /** Share of common character pairs (Dice) of two bare texts, 0 to 1. */
    static double likeness(String a, String b) {
        var one = pairs(a);
        var other = pairs(b);
        var common = new HashSet<>(one);
        common.retainAll(other);
        return one.isEmpty() || other.isEmpty()
                ? 0
                : 2.0 * common.size() / (one.size() + other.size());
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
