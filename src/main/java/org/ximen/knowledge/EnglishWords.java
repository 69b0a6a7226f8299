package org.ximen.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ximen.knowledge.Retriever.Word;

/**
 * The stems of a text's words, each with how much it tells.
 *
 * @param weights in the text's order
 */
record EnglishWords(Map<String, Double> weights) {
    EnglishWords {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    static EnglishWords of(List<Word> words) {
        var weights = new LinkedHashMap<String, Double>();
        words.forEach(word -> weights.put(word.text(), word.weight()));
        return new EnglishWords(weights);
    }

    /** The words of several texts. */
    static EnglishWords of(Iterable<EnglishWords> texts) {
        var weights = new LinkedHashMap<String, Double>();
        texts.forEach(text -> weights.putAll(text.weights()));
        return new EnglishWords(weights);
    }

    /** Those of them that pass. */
    EnglishWords only(Predicate<String> test) {
        var some = new LinkedHashMap<>(weights);
        some.keySet().removeIf(test.negate());
        return new EnglishWords(some);
    }

    /** How much they tell together. */
    double weight() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** How much a word of them tells; 0 if it is none. */
    double weight(String word) {
        return weights.getOrDefault(word, 0.0);
    }

    /** How much those tell that stand in another text, too. */
    double shared(EnglishWords other) {
        return only(other.weights()::containsKey).weight();
    }

    /** The same as a share of all, 0 to 1; 0 where there are none. */
    double share(EnglishWords other) {
        double all = weight();
        return all == 0 ? 0 : shared(other) / all;
    }

    /** How far two texts have the same words, 0 to 1 (Dice). */
    double likeness(EnglishWords other) {
        double both = weight() + other.weight();
        return both == 0 ? 0 : 2 * shared(other) / both;
    }
}
