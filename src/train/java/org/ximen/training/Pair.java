package org.ximen.training;

import java.util.Set;

/**
 * A question with a passage that answers it.
 *
 * @param question its tokens, with the marks at both ends
 * @param vector what the encoder made of it before
 * @param passage number of the passage
 * @param right all passages that answer it
 * @param wrong passages that are like it and do not answer it
 */
record Pair(long[] question, float[] vector, int passage, Set<Integer> right, int[] wrong) {}
