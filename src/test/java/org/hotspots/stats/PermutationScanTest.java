package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PermutationScanTest {
    /** The logarithm of the ratio of the two Poisson likelihoods, each at its best rates. */
    @Test
    void isTheRatioOfThePoissonLikelihoods() {
        SeededRandom random = new SeededRandom(75);
        for (int round = 0; round < 500; round++) {
            int all = 2 + random.nextInt(400);
            int observed = 1 + random.nextInt(all);
            double expected = random.between(0.01, all - 0.01);
            double outside = all - observed;
            double one = logPoisson(observed, expected) + logPoisson(all - observed, all - expected);
            double two = logPoisson(observed, observed) + logPoisson(all - observed, outside);

            assertThat(PermutationScan.logLikelihoodRatio(observed, expected, all))
                    .isCloseTo(observed > expected ? two - one : 0, within(1e-9));
        }
    }

    private static double logPoisson(long count, double mean) {
        double log = count == 0 ? -mean : count * Math.log(mean) - mean;
        for (long i = 2; i <= count; i++) {
            log -= Math.log((double) i);
        }
        return log;
    }

    /** Every way in which the times can be dealt to the places. */
    @Test
    void expectedIsTheMeanOverPermutedTimes() {
        boolean[] inPeriod = {true, true, false, false, false, true, false};
        int ofPlace = 3;
        int ways = 0;
        int found = 0;
        for (int chosen = 0; chosen < 1 << inPeriod.length; chosen++) {
            if (Integer.bitCount(chosen) == ofPlace) {
                ways++;
                for (int i = 0; i < inPeriod.length; i++) {
                    found += inPeriod[i] && (chosen >> i & 1) == 1 ? 1 : 0;
                }
            }
        }
        assertThat(PermutationScan.expected(ofPlace, 3, inPeriod.length))
                .isCloseTo((double) found / ways, within(1e-12));
    }

    @Test
    void noMoreThanExpectedIsNoCluster() {
        assertThat(PermutationScan.logLikelihoodRatio(0, 0, 5)).isZero();
        assertThat(PermutationScan.logLikelihoodRatio(2, 2, 5)).isZero();
        assertThat(PermutationScan.logLikelihoodRatio(1, 4.5, 5)).isZero();
        assertThat(PermutationScan.logLikelihoodRatio(5, 5, 5)).isZero();
        assertThat(PermutationScan.logLikelihoodRatio(5, 2, 5)).isCloseTo(5 * Math.log(2.5), within(1e-12));
    }

    @Test
    void growsWithWhatWasObserved() {
        for (long observed = 3; observed < 50; observed++) {
            assertThat(PermutationScan.logLikelihoodRatio(observed + 1, 2.5, 50))
                    .isGreaterThan(PermutationScan.logLikelihoodRatio(observed, 2.5, 50));
        }
    }

    @Test
    void refusesPartsGreaterThanTheWhole() {
        assertThatThrownBy(() -> PermutationScan.logLikelihoodRatio(6, 2, 5)).hasMessageContaining("observed=6");
        assertThatThrownBy(() -> PermutationScan.logLikelihoodRatio(1, 0, 5))
                .hasMessageContaining("expected above 0 where any were observed");
        assertThatThrownBy(() -> PermutationScan.expected(6, 2, 5)).hasMessageContaining("of_place=6");
        assertThatThrownBy(() -> PermutationScan.expected(0, 0, 0)).hasMessageContaining("all at least 1");
    }
}
