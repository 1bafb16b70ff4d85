package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class PointPatternComparisonTest {
    /** The table of each cell, written out, and the chi-squared distribution. */
    @Test
    void agreesWithTheTableOfEachCell() {
        SeededRandom random = new SeededRandom(76);
        for (int round = 0; round < 20; round++) {
            double[] first = new double[40];
            double[] second = new double[40];
            Arrays.setAll(first, i -> random.poisson(i % 7));
            Arrays.setAll(second, i -> random.poisson(i % 5 * 1.5));
            double ofFirst = Arrays.stream(first).sum();
            double ofSecond = Arrays.stream(second).sum();
            PointPatternComparison test = PointPatternComparison.of(first, second);
            for (int i = 0; i < first.length; i++) {
                double[][] table = {{first[i], second[i]}, {ofFirst - first[i], ofSecond - second[i]}};
                assertThat(test.difference()[i]).isCloseTo(second[i] / ofSecond - first[i] / ofFirst, within(1e-15));
                if (first[i] + second[i] == 0) {
                    assertThat(test.p()[i]).isNaN();
                    assertThat(test.q()[i]).isNaN();
                } else {
                    assertThat(test.p()[i]).isCloseTo(chiSquaredP(table), within(1e-12));
                }
            }
            assertThat(test.q()).isEqualTo(FalseDiscovery.benjaminiYekutieli(test.p()));
            assertThat(test.tested())
                    .isEqualTo(Arrays.stream(test.p()).filter(p -> p >= 0).count());
        }
    }

    private static double chiSquaredP(double[][] table) {
        double all = Arrays.stream(table).flatMapToDouble(Arrays::stream).sum();
        double chiSquared = 0;
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                double expected = (table[row][0] + table[row][1]) * (table[0][column] + table[1][column]) / all;
                double distance = Math.abs(table[row][column] - expected);
                double corrected = distance - Math.min(0.5, distance);
                chiSquared += corrected * corrected / expected;
            }
        }
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquared);
    }

    @Test
    void theSamePlacesInOtherNumbersAreNoChange() {
        double[] first = {12, 30, 7, 0, 90, 41};
        double[] tripled = Arrays.stream(first).map(x -> 3 * x).toArray();
        PointPatternComparison test = PointPatternComparison.of(first, tripled);

        assertThat(test.difference()).containsExactly(new double[6], within(1e-15));
        assertThat(test.changed()).isZero();
        assertThat(test.tested()).isEqualTo(5);
    }

    @Test
    void theOrderOfTheSetsOnlyTurnsTheSign() {
        double[] first = {120, 30, 7, 0, 90, 41};
        double[] second = {20, 33, 9, 60, 80, 41};
        PointPatternComparison there = PointPatternComparison.of(first, second);
        PointPatternComparison back = PointPatternComparison.of(second, first);

        assertThat(there.p()).containsExactly(back.p(), within(1e-15));
        assertThat(there.changed()).isEqualTo(2);
        for (int i = 0; i < first.length; i++) {
            assertThat(there.difference()[i]).isEqualTo(-back.difference()[i]);
        }
    }

    @Test
    void withoutACellToCompareThereIsNoTest() {
        PointPatternComparison none = PointPatternComparison.of(new double[0], new double[0]);
        PointPatternComparison oneEmpty = PointPatternComparison.of(new double[] {3, 4}, new double[2]);
        PointPatternComparison oneCell = PointPatternComparison.of(new double[] {3, 0}, new double[] {5, 0});

        assertThat(none.q()).isEmpty();
        assertThat(oneEmpty.q()).containsOnly(Double.NaN);
        assertThat(oneEmpty.difference()).containsOnly(Double.NaN);
        assertThat(oneCell.p()).containsOnly(Double.NaN);
        assertThat(oneCell.difference()).containsOnly(0);
        assertThat(oneCell.tested()).isZero();
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThatThrownBy(() -> PointPatternComparison.of(new double[2], new double[3]))
                .hasMessage("first.length=2, second.length=3: must be equal");
        assertThatThrownBy(() -> PointPatternComparison.of(new double[] {-1}, new double[] {1}))
                .hasMessage("count=-1.0: not below 0, and finite");
    }
}
