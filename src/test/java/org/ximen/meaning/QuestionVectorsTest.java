package org.ximen.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionVectorsTest {
    private static final int DIMENSION = 512;

    private final SplittableRandom random = new SplittableRandom(7);

    private float[] vector() {
        var vector = new float[DIMENSION];
        double sum = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            sum += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }

    @Test
    void theNearestIsAsNearAsUnrounded() {
        var vectors = IntStream.range(0, 20).mapToObj(i -> vector()).toList();
        var kept = QuestionVectors.of(vectors);
        for (int i = 0; i < 20; i++) {
            var asked = vector();
            double nearest =
                    vectors.stream().mapToDouble(v -> Vectors.cosine(v, asked)).max().orElseThrow();
            assertThat(kept.nearest(asked)).isCloseTo(nearest, within(0.005));
        }
        assertThat(kept.nearest(vectors.getLast())).isCloseTo(1, within(0.005));
    }

    @Test
    void isTheSameAfterItWasKept() {
        var kept = QuestionVectors.of(List.of(vector(), vector()));
        var bytes = new byte[2 * DIMENSION + 8];
        System.arraycopy(kept.toBytes(), 0, bytes, 3, 2 * DIMENSION);
        var again = QuestionVectors.fromBytes(bytes, 3, 2 * DIMENSION, DIMENSION);
        var asked = vector();
        assertThat(again.size()).isEqualTo(2);
        assertThat(again.nearest(asked)).isEqualTo(kept.nearest(asked));
    }

    @Test
    void noQuestionIsNear() {
        assertThat(QuestionVectors.NONE.nearest(vector())).isZero();
        assertThat(QuestionVectors.of(List.of()).size()).isZero();
    }
}
