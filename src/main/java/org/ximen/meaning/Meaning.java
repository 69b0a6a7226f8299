package org.ximen.meaning;

/**
 * What a model makes of a text.
 *
 * @param vector the text as a whole; its length is 1
 * @param tokens its words, each where it stands
 * @param questions what people are known to ask that it answers
 */
public record Meaning(float[] vector, Tokens tokens, QuestionVectors questions) {
    /** Of a text that nobody is known to have asked for. */
    public Meaning(float[] vector, Tokens tokens) {
        this(vector, tokens, QuestionVectors.NONE);
    }

    /** The same text with what people ask that it answers. */
    public Meaning with(QuestionVectors others) {
        return new Meaning(vector, tokens, others);
    }
}
