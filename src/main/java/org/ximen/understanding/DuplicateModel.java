package org.ximen.understanding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.ximen.meaning.Vectors;
import org.ximen.understanding.PlaceFacts.Relation;

/**
 * Whether two reports are one case: within 72 hours, a logistic model over how near their words
 * are, how their places stand to each other and whether their kinds of thing meet. Its weights are
 * fitted on pairs written for it; they lie beside in {@code duplicates.properties}.
 */
public final class DuplicateModel {
    /** Longer apart, a second report is a new case. */
    public static final Duration WITHIN = Duration.ofHours(72);

    // a wrong one sends somebody to a stranger's case, a missed one costs the desk a merge
    private static final double LEAST = 0.6;

    private final double[] withVectors;
    private final double[] withWords;

    /** The model that ships. */
    public DuplicateModel() {
        this(weights("vectors"), weights("words"));
    }

    DuplicateModel(double[] withVectors, double[] withWords) {
        this.withVectors = withVectors;
        this.withWords = withWords;
    }

    private static double[] weights(String key) {
        var file = DuplicateModel.class.getResourceAsStream("duplicates.properties");
        try (var reader =
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            var weights = new Properties();
            weights.load(reader);
            var line = Objects.requireNonNull(weights.getProperty(key), key);
            return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a report would be held against an open case that was reported so long before. */
    public boolean same(ReportFacts one, ReportFacts two, Duration apart) {
        return apart.abs().compareTo(WITHIN) <= 0 && probability(one, two) >= LEAST;
    }

    /** Whether two reports can be one case by their places alone. */
    public static boolean canMeet(ReportFacts one, ReportFacts two) {
        var relation = one.place().to(two.place());
        return relation == Relation.SAME || relation == Relation.WITHIN;
    }

    double probability(ReportFacts one, ReportFacts two) {
        var weights = one.vector() == null || two.vector() == null ? withWords : withVectors;
        var features = features(one, two);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** In the order of the weights; the first stands for the constant. */
    static double[] features(ReportFacts one, ReportFacts two) {
        var relation = one.place().to(two.place());
        return new double[] {
            1,
            nearness(one, two),
            overlap(one.matter(), two.matter()),
            relation == Relation.SAME ? 1 : 0,
            relation == Relation.DIFFERENT ? 1 : 0,
            spots(one, two),
            kinds(one, two)
        };
    }

    private static double nearness(ReportFacts one, ReportFacts two) {
        var here = one.vector();
        var there = two.vector();
        return here == null || there == null ? 0 : Vectors.cosine(here, there);
    }

    /** Whether spots without a number are the same words, 0 where one is not told. */
    private static double spots(ReportFacts one, ReportFacts two) {
        var here = one.place().spots();
        var there = two.place().spots();
        return here.isEmpty() || there.isEmpty() ? 0 : 2 * overlap(here, there) - 1;
    }

    /** 1 where the most probable kind is one, 0 where a second one is or none is known. */
    private static double kinds(ReportFacts one, ReportFacts two) {
        if (one.codes().isEmpty() || two.codes().isEmpty()) {
            return 0;
        }
        if (one.codes().getFirst().equals(two.codes().getFirst())) {
            return 1;
        }
        return one.codes().stream().anyMatch(two.codes()::contains) ? 0 : -1;
    }

    private static double overlap(String one, String two) {
        var here = pairs(one);
        var there = pairs(two);
        var both = new HashSet<>(here);
        both.retainAll(there);
        return 2.0 * both.size() / Math.max(1, here.size() + there.size());
    }

    private static Set<String> pairs(String words) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
