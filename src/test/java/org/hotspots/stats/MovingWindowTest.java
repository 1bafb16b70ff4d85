package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MovingWindowTest {
    private static final int ROUNDS = 400_000;

    /** Events thrown down and every window looked at; 0.0024 is three standard errors of a half. */
    @Test
    void twoAndThreeWindowsAreExact() {
        SeededRandom random = new SeededRandom(71);
        for (double[] given : new double[][] {{3, 1, 2}, {4, 2, 2}, {3, 1, 3}, {4, 2, 3}, {6, 3.5, 3}, {2, 0.4, 3}}) {
            int count = (int) given[0];
            int bursts = 0;
            for (int round = 0; round < ROUNDS; round++) {
                bursts += hasBurst(random, count, given[1], given[2]) ? 1 : 0;
            }
            assertThat(MovingWindow.probability(count, given[1], given[2]))
                    .as("count %s, mean %s, windows %s", count, given[1], given[2])
                    .isCloseTo((double) bursts / ROUNDS, within(0.0024));
        }
    }

    private static boolean hasBurst(SeededRandom random, int count, double mean, double windows) {
        double[] times = new double[random.poisson(mean * windows)];
        Arrays.setAll(times, i -> windows * random.nextDouble());
        Arrays.sort(times);
        for (int i = count - 1; i < times.length; i++) {
            if (times[i] - times[i - count + 1] <= 1) {
                return true;
            }
        }
        return false;
    }

    /** No two of k events lie within a window if all gaps are longer: probability (1 - (k - 1) / windows)^k. */
    @Test
    void pairsHaveTheirExactProbability() {
        for (double mean : new double[] {0.05, 0.4, 1.5}) {
            for (double windows : new double[] {2, 3}) {
                assertThat(MovingWindow.probability(2, mean, windows))
                        .isCloseTo(1 - withoutPairs(mean, windows), within(1e-12));
            }
            assertThat(MovingWindow.probability(2, mean, 8)).isCloseTo(1 - withoutPairs(mean, 8), within(2e-3));
        }
    }

    private static double withoutPairs(double mean, double windows) {
        double sum = 0;
        double poisson = Math.exp(-mean * windows);
        for (int k = 0; k < windows + 1; k++) {
            sum += poisson * Math.pow(1 - (k - 1) / windows, k);
            poisson *= mean * windows / (k + 1);
        }
        return sum;
    }

    @Test
    void oneEventIsAnyEvent() {
        for (double windows : new double[] {2, 2.5, 40}) {
            assertThat(MovingWindow.probability(1, 0.03, windows))
                    .isCloseTo(-Math.expm1(-0.03 * windows), within(1e-14));
        }
    }

    @Test
    void fallsWithTheCountAndGrowsWithTheLookingAndTheRate() {
        double before = 1;
        for (int count = 1; count < 40; count++) {
            double here = MovingWindow.probability(count, 4, 52);
            assertThat(here).isBetween(0.0, before);
            assertThat(MovingWindow.probability(count, 4, 104)).isGreaterThanOrEqualTo(here);
            assertThat(MovingWindow.probability(count, 4.5, 52)).isGreaterThanOrEqualTo(here);
            before = here;
        }
        assertThat(before).isLessThan(1e-12);
    }

    /** The same formula in sixty decimal digits. */
    @Test
    void largeCountsKeepTheirDigits() {
        assertThat(MovingWindow.probability(1000, 900, 52)).isCloseTo(0.263267477221, within(1e-10));
        assertThat(MovingWindow.probability(300, 250, 12)).isCloseTo(0.112375412247, within(1e-11));
        assertThat(MovingWindow.probability(500, 520, 2)).isCloseTo(0.992014932738, within(1e-10));
        assertThat(MovingWindow.probability(60, 20, 365)).isCloseTo(4.158677318e-9, within(1e-11));
    }

    @Test
    void aWindowFarBelowItsMeanIsCertainAndNothingHappensWithoutARate() {
        assertThat(MovingWindow.probability(3, 40, 52)).isEqualTo(1);
        assertThat(MovingWindow.probability(900, 1000, 100)).isEqualTo(1);
        assertThat(MovingWindow.probability(1, 0, 52)).isZero();
    }

    @Test
    void refusesWhatIsNotInRange() {
        assertThatThrownBy(() -> MovingWindow.probability(0, 1, 10)).hasMessage("count=0: from 1 to 1000");
        assertThatThrownBy(() -> MovingWindow.probability(3, -1, 10))
                .hasMessage("mean_per_window=-1.0: from 0 to 1000");
        assertThatThrownBy(() -> MovingWindow.probability(3, 1, 1.5)).hasMessage("windows=1.5: at least 2, and finite");
    }
}
