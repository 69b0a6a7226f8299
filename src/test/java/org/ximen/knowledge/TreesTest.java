package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
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
        var trees = Trees.read("trees-test.txt", Feature.class);
        assertThat(trees.score(values(cosine, coverage, length))).isEqualTo(expected);
        assertThat(trees.used())
                .containsExactlyInAnyOrder(Feature.COSINE, Feature.COVERAGE, Feature.LENGTH);
    }

    /** What speaks for a passage never lowers it, wherever else it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"ranker.txt", "ranker-words.txt"})
    void theShippedTreesAreMonotone(String file) {
        var trees = Trees.read(file, Feature.class);
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var values = random.doubles(Feature.values().length, 0, 1).toArray();
            var more = values.clone();
            more[Feature.COVERAGE.ordinal()] += random.nextDouble();
            more[Feature.DOCUMENT_LEXICAL.ordinal()] += random.nextDouble();
            more[Feature.LEXICAL_RANK.ordinal()] -= random.nextDouble();
            assertThat(trees.score(more)).isGreaterThanOrEqualTo(trees.score(values) - 1e-9);
        }
    }

    @Test
    void theTreesWithoutVectorsDoNotLookAtMeaning() {
        assertThat(Trees.read("ranker-words.txt", Feature.class).used())
                .isNotEmpty()
                .noneMatch(feature -> feature.name().contains("COSINE"));
    }
}
