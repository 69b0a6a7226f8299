package org.ximen.knowledge;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.text.Courtesies;
import org.ximen.text.Plain;

/** Whether two questions are the same but for politeness, punctuation and a character or two. */
final class Same {
    // Share of common character pairs (Dice); tried on pairs that differ in one negation: below it.
    private static final double ENOUGH = 0.88;
    // As many characters name a thing and what is asked of it.
    private static final int QUESTION = 6;
    private static final Pattern NOISE = Courtesies.noise("greeting");
    private static final Pattern PARTICLES = Pattern.compile("[啊呀呢吗吧哦嘛么的了]+$");

    private final String asked;
    private final Set<String> pairs;

    /** What is asked. */
    Same(String asked) {
        this.asked = bare(asked);
        this.pairs = pairs(this.asked);
    }

    /** Whether a passage stands under this very question. */
    boolean asks(Passage passage) {
        return isAsked(passage) && is(bare(passage.path().getLast()))
                || asked.equals(bare(passage.title() + passage.heading()));
    }

    /** How much of the question, by pairs of characters, the heading of a passage asks, 0 to 1. */
    double asked(Passage passage) {
        var common = new HashSet<>(pairs);
        common.retainAll(pairs(bare(passage.heading())));
        return pairs.isEmpty() ? 0 : (double) common.size() / pairs.size();
    }

    /** Whether its heading says so much that it can be a question. */
    private static boolean isAsked(Passage passage) {
        return passage.question() != null
                || passage.isTitled() && bare(passage.path().getLast()).length() >= QUESTION;
    }

    private boolean is(String other) {
        return asked.equals(other) || dice(pairs, pairs(other)) >= ENOUGH;
    }

    private static String bare(String text) {
        var plain = NOISE.matcher(Plain.comparable(text)).replaceAll("");
        return PARTICLES.matcher(plain).replaceAll("");
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static double dice(Set<String> a, Set<String> b) {
        var common = new HashSet<>(a);
        common.retainAll(b);
        return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * common.size() / (a.size() + b.size());
    }
}
