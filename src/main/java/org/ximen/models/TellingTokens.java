package org.ximen.models;

import java.util.ArrayList;
import java.util.List;
import org.ximen.meaning.Tokens;

/**
 * Gathers the tokens of a text that tell something: no punctuation, and of each what is its own.
 */
final class TellingTokens {
    // A long table is compared by its beginning; so many take 130 KB.
    private static final int MOST = 1_000;
    // Every emoji and rare character is this one: rare in the files and like nothing there.
    private static final String UNKNOWN = "[UNK]";

    private final float[] mean;
    private final List<Integer> ids = new ArrayList<>();
    private final List<float[]> states = new ArrayList<>();

    /**
     * @param mean what the states of all tokens have in common, which says nothing about any
     */
    TellingTokens(float[] mean) {
        this.mean = mean;
    }

    /**
     * Adds a token, if it tells something.
     *
     * @param state of length 1
     */
    void add(int id, String token, float[] state) {
        if (ids.size() == MOST || !tells(token)) {
            return;
        }
        var own = new float[state.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = state[i] - mean[i];
        }
        ids.add(id);
        states.add(BgeModel.unit(own));
    }

    private static boolean tells(String token) {
        return !token.equals(UNKNOWN) && token.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    Tokens tokens() {
        var names = ids.stream().mapToInt(Integer::intValue).toArray();
        return Tokens.of(names, states.toArray(float[][]::new));
    }
}
