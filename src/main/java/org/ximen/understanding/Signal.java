package org.ximen.understanding;

/**
 * A message as numbers.
 *
 * @param grams hashes of {@link NGrams}
 * @param vector the encoder's, minus the mean over all examples; all zero where there is none
 */
record Signal(int[] grams, float[] vector, DialogueState state) {
    private static final float[] NONE = {};

    /** The same without a vector. */
    Signal blind() {
        return new Signal(grams, NONE, state);
    }
}
