package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
    private static Trees<double[]> read(String resource) {
        return Trees.read(resource, name -> values -> values[Feature.valueOf(name).ordinal()]);
    }

    private static double[] values(double cosine, double coverage, double length) {
        var values = new double[Feature.values().length];
        values[Feature.COSINE.ordinal()] = cosine;
        values[Feature.COVERAGE.ordinal()] = coverage;
        values[Feature.LENGTH.ordinal()] = length;
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.9, 1, 9", // low cosine, whatever the coverage
        "0.5, 0.9, 1, 9", // the limit itself is low
        "0.6, 0.25, 1, 10.5",
        "0.6, 0.26, 3.5, 22"
    })
    void addsUpTheLeavesItComesTo(double cosine, double coverage, double length, double expected) {
        var trees = read("trees-test.txt");
        assertThat(trees.of(values(cosine, coverage, length))).isEqualTo(expected);
        assertThat(trees.used()).containsExactlyInAnyOrder("COSINE", "COVERAGE", "LENGTH");
    }

    /** What speaks for a passage never lowers it, wherever else it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"ranker.txt", "ranker-words.txt"})
    void theShippedTreesAreMonotone(String file) {
        var trees = read(file);
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var values = random.doubles(Feature.values().length, 0, 1).toArray();
            var more = values.clone();
            more[Feature.COVERAGE.ordinal()] += random.nextDouble();
            more[Feature.DOCUMENT_LEXICAL.ordinal()] += random.nextDouble();
            more[Feature.LEXICAL_RANK.ordinal()] -= random.nextDouble();
            assertThat(trees.of(more)).isGreaterThanOrEqualTo(trees.of(values) - 1e-9);
        }
    }

    @Test
    void theTreesWithoutVectorsDoNotLookAtMeaning() {
        assertThat(read("ranker-words.txt").used())
                .isNotEmpty()
                .noneMatch(feature -> feature.contains("COSINE"));
    }
}
