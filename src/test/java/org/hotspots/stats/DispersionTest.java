package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DispersionTest {
    /** Under chance p is uniform: each tenth has a tenth of 4,000 maps, give or take 4.5 standard deviations. */
    @Test
    void pIsUniformUnderChance() {
        SeededRandom random = new SeededRandom(41);
        int[] tenths = new int[10];
        for (int round = 0; round < 4000; round++) {
            double[] counts = new double[80];
            Arrays.setAll(counts, i -> random.poisson(4));
            tenths[(int) Math.min(9, 10 * Dispersion.of(counts).p())]++;
        }
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(315, 485);
        }
    }

    @Test
    void orderDoesNotMatterAndEvenCountsSpreadLess() {
        double[] counts = {4, 0, 1, 7, 2};
        Dispersion here = Dispersion.of(counts);

        assertThat(Dispersion.of(new double[] {7, 4, 2, 1, 0})).isEqualTo(here);
        // By hand: mean 2.8, squares 1.44 + 7.84 + 3.24 + 17.64 + .64 = 30.8.
        assertThat(here.varianceToMean()).isCloseTo(30.8 / 4 / 2.8, within(1e-12));
        assertThat(Dispersion.of(new double[] {3, 3, 3})).isEqualTo(new Dispersion(3, 3, 0, 0, 1));
    }

    @Test
    void withoutEventsNothingIsSpread() {
        assertThat(Dispersion.of(new double[2])).isEqualTo(new Dispersion(2, 0, Double.NaN, Double.NaN, 1));
    }

    @Test
    void refusesWhatAreNoCounts() {
        assertThatThrownBy(() -> Dispersion.of(new double[] {1})).hasMessage("counts of 1 cells: of at least 2");
        assertThatThrownBy(() -> Dispersion.of(new double[] {1, -2})).hasMessage("count=-2.0: finite and not below 0");
        assertThatThrownBy(() -> Dispersion.of(new double[] {1, Double.NaN}))
                .hasMessage("count=NaN: finite and not below 0");
    }
}
