package org.ximen.knowledge;

/**
 * How sure we may be that a passage answers an English question, 0 to 100: a logistic regression
 * over {@link EnglishFeature}s, learnt from the questions that the sample's English articles list,
 * each once with its article in the library and once without ({@code
 * src/test/ranker/learn_english.py}).
 */
final class EnglishGate {
    /** From here on it answers. */
    static final int ANSWER = 60;

    /** From here on it asks what is meant; below it says that the files do not tell. */
    static final int UNSURE = 36;

    private static final EnglishWeights WEIGHTS = EnglishWeights.read("english-gate.txt");

    private EnglishGate() {}

    /** The confidence. */
    static int confidence(EnglishMatch match) {
        return (int) Math.round(100 / (1 + Math.exp(-WEIGHTS.sum(match))));
    }
}
