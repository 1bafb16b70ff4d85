package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.kernel.LocalMoran.Quadrant;
import org.hotspots.kernel.LocalMoran.Scores;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;

class LocalMoranTest {
    private static final double[] NINE = {5, 1, 0, 2, 7, 0, 1, 0, 3};

    /** I, z and p against all 40,320 deals of the other eight counts, for each of nine cells. */
    @Test
    void meanVarianceAndProbabilityAreThoseOfAllDeals() {
        StudyCells cells = window(new SquareLattice(100), 3, 3);
        Scores scores = LocalMoran.score(cells, NINE, 150);
        double[] dealt = LocalMoran.dealtP(cells, NINE, 150, 20_000, new SeededRandom(1));
        double mean = Arrays.stream(NINE).average().orElseThrow();
        double m2 = Arrays.stream(NINE).map(x -> (x - mean) * (x - mean)).sum() / 9;
        for (int at = 0; at < 9; at++) {
            AllDeals deals = new AllDeals(at, mean, m2);
            assertThat(scores.index()[at]).isCloseTo(deals.observed, within(1e-12));
            double deviation = Math.sqrt(deals.squares / deals.count - Math.pow(deals.sum / deals.count, 2));
            if (deviation > 1e-6) {
                assertThat(scores.z()[at])
                        .isCloseTo((deals.observed - deals.sum / deals.count) / deviation, within(1e-9));
                double exact = Math.min(1, 2.0 * Math.min(deals.above, deals.below) / deals.count);
                assertThat(dealt[at]).isCloseTo(exact, within(0.03));
            }
        }
    }

    /** Every order of the other eight counts over the other eight cells. */
    private static final class AllDeals {
        private final int at;
        private final double mean;
        private final double m2;
        final double observed;
        double sum;
        double squares;
        long count;
        long above;
        long below;

        AllDeals(int at, double mean, double m2) {
            this.at = at;
            this.mean = mean;
            this.m2 = m2;
            this.observed = index(NINE);
            deal(NINE.clone(), 0);
        }

        private double index(double[] counts) {
            double lag = 0;
            int neighbours = 0;
            for (int j = 0; j < 9; j++) {
                if (j != at && Math.abs(j % 3 - at % 3) <= 1 && Math.abs(j / 3 - at / 3) <= 1) {
                    lag += counts[j] - mean;
                    neighbours++;
                }
            }
            return (counts[at] - mean) / m2 * lag / neighbours;
        }

        private void deal(double[] counts, int from) {
            if (from == 9) {
                double index = index(counts);
                sum += index;
                squares += index * index;
                count++;
                above += index >= observed - 1e-12 ? 1 : 0;
                below += index <= observed + 1e-12 ? 1 : 0;
                return;
            }
            if (from == at) {
                deal(counts, from + 1);
                return;
            }
            for (int j = from; j < 9; j++) {
                if (j != at) {
                    swap(counts, from, j);
                    deal(counts, from + 1);
                    swap(counts, from, j);
                }
            }
        }

        private static void swap(double[] values, int i, int j) {
            double kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** A high block, a low block, and one stranger in each. */
    @Test
    void quadrantsSayWhichIsHigh() {
        double[] counts = {
            9, 9, 9, 0, 0, 0,
            9, 1, 9, 0, 8, 0,
            9, 9, 9, 0, 0, 0
        };
        Scores scores = LocalMoran.score(window(new SquareLattice(200), 6, 3), counts, 300);
        assertThat(scores.quadrant()[0]).isEqualTo(Quadrant.HIGH_HIGH);
        assertThat(scores.quadrant()[7]).isEqualTo(Quadrant.LOW_HIGH);
        assertThat(scores.quadrant()[10]).isEqualTo(Quadrant.HIGH_LOW);
        assertThat(scores.quadrant()[5]).isEqualTo(Quadrant.LOW_LOW);
        assertThat(scores.index()[0]).isPositive();
        assertThat(scores.index()[7]).isNegative();
    }

    @Test
    void addingTheSameEverywhereChangesNothing() {
        StudyCells cells = window(new HexLattice(200), 8, 9);
        SeededRandom random = new SeededRandom(3);
        double[] counts = new double[72];
        double[] more = new double[72];
        for (int i = 0; i < 72; i++) {
            counts[i] = random.poisson(2);
            more[i] = counts[i] + 5;
        }
        Scores scores = LocalMoran.score(cells, counts, 400);
        Scores shifted = LocalMoran.score(cells, more, 400);
        for (int i = 0; i < 72; i++) {
            assertThat(shifted.z()[i]).isCloseTo(scores.z()[i], within(1e-9));
            assertThat(shifted.quadrant()[i]).isEqualTo(scores.quadrant()[i]);
        }
        assertThat(LocalMoran.dealtP(cells, more, 400, 99, new SeededRandom(4)))
                .isEqualTo(LocalMoran.dealtP(cells, counts, 400, 99, new SeededRandom(4)));
    }

    @Test
    void degenerateMapsHaveNothingUnusual() {
        StudyCells cells = window(new SquareLattice(100), 3, 3);
        for (double reach : new double[] {0, 100, 1000}) {
            Scores equal = LocalMoran.score(cells, new double[] {2, 2, 2, 2, 2, 2, 2, 2, 2}, reach);
            assertThat(equal.z()).containsOnly(0);
            assertThat(equal.p()).containsOnly(1);
            assertThat(equal.quadrant()).containsOnly(Quadrant.NEITHER);
        }
        assertThat(LocalMoran.score(cells, NINE, 0).z()).containsOnly(0);
        assertThat(LocalMoran.score(cells, NINE, 1000).z()).containsOnly(0);
        assertThat(LocalMoran.dealtP(cells, NINE, 1000, 9, new SeededRandom(1))).containsOnly(1);
        BitSet none = new BitSet();
        StudyCells outside = new StudyCells(new SquareLattice(100), 0, 0, 3, 3, none);
        assertThat(LocalMoran.score(outside, NINE, 150).z()).containsOnly(Double.NaN);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        StudyCells cells = window(new SquareLattice(100), 3, 3);
        assertThatThrownBy(() -> LocalMoran.score(cells, new double[4], 100))
                .hasMessage("counts.length=4: the window has 9 cells");
        assertThatThrownBy(() -> LocalMoran.score(cells, NINE, -1))
                .hasMessage("neighbour_m=-1.0: not below 0, and finite");
        assertThatThrownBy(() -> LocalMoran.dealtP(cells, NINE, 100, 0, new SeededRandom(1)))
                .hasMessage("deals=0: at least 1");
    }

    private static StudyCells window(Lattice lattice, int columns, int rows) {
        BitSet inside = new BitSet();
        inside.set(0, columns * rows);
        return new StudyCells(lattice, 0, 0, columns, rows, inside);
    }
}
