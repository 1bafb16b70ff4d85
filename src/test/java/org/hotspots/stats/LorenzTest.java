package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LorenzTest {
    /** G is half the mean absolute difference of all pairs, by the mean. */
    @Test
    void giniIsTheMeanDifferenceOfAllPairs() {
        SeededRandom random = new SeededRandom(11);
        for (int round = 0; round < 50; round++) {
            double[] counts = new double[1 + random.nextInt(30)];
            Arrays.setAll(counts, i -> random.poisson(1.5));
            double differences = 0;
            double sum = 0;
            for (double one : counts) {
                sum += one;
                for (double other : counts) {
                    differences += Math.abs(one - other);
                }
            }
            double expected = sum == 0 ? 0 : differences / (2 * counts.length * sum);
            assertThat(Lorenz.gini(counts)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void orderAndScaleAreIrrelevant() {
        double[] counts = {3, 0, 7, 1, 1};
        double[] other = {14, 2, 6, 2, 0};
        assertThat(Lorenz.gini(other)).isCloseTo(Lorenz.gini(counts), within(1e-15));
        assertThat(Lorenz.curve(other)).containsExactly(Lorenz.curve(counts), within(1e-15));
        assertThat(counts).containsExactly(3, 0, 7, 1, 1);
    }

    @Test
    void degenerateCounts() {
        assertThat(Lorenz.gini(new double[] {0, 0, 0})).isZero();
        assertThat(Lorenz.generalisedGini(new double[] {0, 0, 0})).isZero();
        assertThat(Lorenz.curve(new double[] {0, 0})).containsExactly(0, 0);
        assertThat(Lorenz.gini(new double[] {4})).isZero();
        assertThat(Lorenz.gini(new double[] {2, 2, 2})).isCloseTo(0, within(1e-15));
        assertThat(Lorenz.gini(new double[] {0, 0, 0, 5})).isCloseTo(0.75, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> Lorenz.gini(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Lorenz.gini(new double[] {1, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Lorenz.curve(new double[] {1, Double.NaN}));
    }
}
