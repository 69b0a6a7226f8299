package org.ximen.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Hard negatives: the passages nearest to a question, by the vectors of before and by pairs of
 * characters (BM25, k1 = 1.2, b = 0.75), that do not answer it.
 */
final class Negatives {
    private static final int BY_VECTOR = 6;
    private static final int BY_WORDS = 2;
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private record Posting(int passage, int times) {}

    private final List<float[]> vectors;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int[] lengths;
    private final double meanLength;

    Negatives(List<String> texts, List<float[]> vectors) {
        this.vectors = vectors;
        this.lengths = new int[texts.size()];
        for (int i = 0; i < lengths.length; i++) {
            var pairs = pairs(texts.get(i));
            lengths[i] = pairs.size();
            post(pairs, i);
        }
        this.meanLength = IntStream.of(lengths).average().orElse(1);
    }

    private void post(List<String> pairs, int passage) {
        var counts = new HashMap<String, Integer>();
        pairs.forEach(pair -> counts.merge(pair, 1, Integer::sum));
        counts.forEach(
                (pair, times) ->
                        postings.computeIfAbsent(pair, key -> new ArrayList<>())
                                .add(new Posting(passage, times)));
    }

    private static List<String> pairs(String text) {
        var letters = text.replaceAll("[\\P{L}&&\\P{N}]", "");
        return IntStream.range(0, Math.max(0, letters.length() - 1))
                .mapToObj(i -> letters.substring(i, i + 2))
                .toList();
    }

    /** Up to eight passages that do not answer a question and look as if they did. */
    int[] of(String question, float[] vector, Set<Integer> right) {
        var chosen = new LinkedHashSet<Integer>();
        take(BY_VECTOR, right, chosen, i -> Vector.dot(vector, vectors.get(i)));
        var scores = scores(question);
        take(BY_WORDS, right, chosen, i -> scores[i]);
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private void take(int many, Set<Integer> right, Set<Integer> chosen, IntToDoubleFunction score) {
        IntStream.range(0, lengths.length)
                .boxed()
                .filter(i -> !right.contains(i) && !chosen.contains(i))
                .sorted(Comparator.comparingDouble(i -> -score.applyAsDouble(i)))
                .limit(many)
                .forEach(chosen::add);
    }

    private double[] scores(String question) {
        var scores = new double[lengths.length];
        for (var pair : new LinkedHashSet<>(pairs(question))) {
            var found = postings.getOrDefault(pair, List.of());
            double rarity =
                    Math.log(1 + (lengths.length - found.size() + 0.5) / (found.size() + 0.5));
            for (var posting : found) {
                double norm = K1 * (1 - B + B * lengths[posting.passage] / meanLength);
                scores[posting.passage] +=
                        rarity * posting.times * (K1 + 1) / (posting.times + norm);
            }
        }
        return scores;
    }
}
