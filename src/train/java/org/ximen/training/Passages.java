package org.ximen.training;

import java.util.List;

/**
 * The passages that questions are about.
 *
 * @param ids in the files
 * @param tokens of each, with the marks at both ends
 * @param vectors what the encoder made of each before
 */
record Passages(List<String> ids, List<long[]> tokens, List<float[]> vectors) {}
