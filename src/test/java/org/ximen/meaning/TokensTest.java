package org.ximen.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final int DIMENSION = 512;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void isAsNearToItselfAsCanBe() {
        var some = Tokens.of(new int[] {7, 65535}, new float[][] {state(), state()});
        assertThat(some.near(some, new double[] {1, 3})).isCloseTo(1, within(1e-6));
    }

    @Test
    void comparesEachTokenWithTheNearestThereAndWeighsIt() {
        var common = state();
        var own = state();
        var asked = Tokens.of(new int[] {1, 2}, new float[][] {common, own});
        var other = Tokens.of(new int[] {3, 1, 4}, new float[][] {state(), common, state()});
        assertThat(asked.near(other, new double[] {1, 0})).isCloseTo(1, within(1e-6));
        assertThat(asked.near(other, new double[] {0, 1})).isBetween(-0.2, 0.2);
        assertThat(asked.near(other, new double[] {3, 1})).isBetween(0.7, 0.8);
    }

    @Test
    void keepsWhatItTakesOfACosine() {
        for (int i = 0; i < 50; i++) {
            var one = state();
            var two = mixed(one, state(), random.nextDouble());
            double coarse = one(one).near(one(two), new double[] {1});
            assertThat(coarse).isCloseTo(Vectors.cosine(one, two), within(0.16));
        }
    }

    @Test
    void isReadBackAsItWasStoredAlsoFromTheMiddleOfAnArray() {
        var some = Tokens.of(new int[] {0, 40_000, 9}, new float[][] {state(), state(), state()});
        var bytes = some.toBytes();
        assertThat(bytes).hasSize(Integer.BYTES + 3 * (2 * DIMENSION / 8 + 2));
        var larger = new byte[bytes.length + 5];
        System.arraycopy(bytes, 0, larger, 3, bytes.length);
        var read = Tokens.fromBytes(larger, 3, bytes.length);
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.id(1)).isEqualTo(40_000);
        assertThat(read.near(some, new double[] {1, 1, 1})).isCloseTo(1, within(1e-6));
    }

    @Test
    void isNearToNothingWhereOneSideIsEmpty() {
        var some = one(state());
        assertThat(some.near(Tokens.NONE, new double[] {1})).isZero();
        assertThat(Tokens.NONE.near(some, new double[0])).isZero();
        assertThat(some.near(some, new double[0])).isZero();
        assertThat(some.near(some, new double[] {0})).isZero();
        assertThat(Tokens.fromBytes(Tokens.NONE.toBytes()).size()).isZero();
    }

    private static Tokens one(float[] state) {
        return Tokens.of(new int[] {1}, new float[][] {state});
    }

    private float[] state() {
        var state = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            state[i] = (float) random.nextGaussian();
        }
        return unit(state);
    }

    private static float[] mixed(float[] one, float[] two, double share) {
        var mixed = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            mixed[i] = (float) (share * one[i] + (1 - share) * two[i]);
        }
        return unit(mixed);
    }

    private static float[] unit(float[] state) {
        double squares = 0;
        for (float x : state) {
            squares += x * x;
        }
        for (int i = 0; i < DIMENSION; i++) {
            state[i] = (float) (state[i] / Math.sqrt(squares));
        }
        return state;
    }
}
