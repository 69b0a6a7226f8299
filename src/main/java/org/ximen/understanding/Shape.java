package org.ximen.understanding;

/**
 * Which row of a head's weights belongs to what: first the n-grams, then the vector, then the
 * states and a row that always counts, then the vector once more for every state but idle.
 *
 * @param grams how many n-grams
 * @param dimension length of the vector
 * @param stated whether the situation counts
 */
record Shape(int grams, int dimension, boolean stated) {
    private static final int STATES = DialogueState.values().length;

    int rows() {
        return always() + 1 + (stated ? (STATES - 1) * dimension : 0);
    }

    int vector() {
        return grams;
    }

    int state(DialogueState state) {
        return grams + dimension + state.ordinal();
    }

    int always() {
        return grams + dimension + STATES;
    }

    /** First row of the vector in a state. */
    int vectorIn(DialogueState state) {
        return always() + 1 + (state.ordinal() - 1) * dimension;
    }

    /** Whether the vector counts once more in this state. */
    boolean crosses(DialogueState state) {
        return stated && state != DialogueState.IDLE;
    }
}
