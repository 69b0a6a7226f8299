package org.ximen.meaning;

/**
 * What a model makes of a text.
 *
 * @param vector the text as a whole; its length is 1
 * @param tokens its words, each where it stands
 */
public record Meaning(float[] vector, Tokens tokens) {}
