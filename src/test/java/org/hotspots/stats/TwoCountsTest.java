package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoCountsTest {
    private static final int MOST = 120;

    @Test
    void testsAgreeWithTheirDefinitions() {
        SeededRandom random = new SeededRandom(43);
        for (int round = 0; round < 60; round++) {
            TwoCounts counts = new TwoCounts(
                    random.nextInt(18), random.nextInt(18), random.between(0.3, 3), random.between(0.3, 3));

            assertThat(counts.conditionalP()).as(counts.toString()).isCloseTo(conditional(counts), within(1e-12));
            assertThat(counts.eTestP()).as(counts.toString()).isCloseTo(eTest(counts), within(1e-12));
        }
    }

    private static double conditional(TwoCounts counts) {
        int n = (int) (counts.before() + counts.after());
        double p = counts.exposureAfter() / (counts.exposureBefore() + counts.exposureAfter());
        double limit = binomial(n, (int) counts.after(), p) * (1 + 1e-7);
        return IntStream.rangeClosed(0, n)
                .mapToDouble(k -> binomial(n, k, p))
                .filter(mass -> mass <= limit)
                .sum();
    }

    private static double binomial(int n, int k, double p) {
        double mass = 1;
        for (int i = 0; i < k; i++) {
            mass *= (n - i) * p / (i + 1);
        }
        return mass * Math.pow(1 - p, n - k);
    }

    private static double eTest(TwoCounts counts) {
        double pooled = (counts.before() + counts.after()) / (counts.exposureBefore() + counts.exposureAfter());
        double observed = standardised(counts.before(), counts.after(), counts);
        double p = 0;
        for (int first = 0; first < MOST; first++) {
            for (int second = 0; second < MOST; second++) {
                if (standardised(first, second, counts) >= observed / (1 + 1e-7)) {
                    p += poisson(first, pooled * counts.exposureBefore())
                            * poisson(second, pooled * counts.exposureAfter());
                }
            }
        }
        return p;
    }

    private static double standardised(long first, long second, TwoCounts counts) {
        double firstRate = first / counts.exposureBefore();
        double secondRate = second / counts.exposureAfter();
        double variance = firstRate / counts.exposureBefore() + secondRate / counts.exposureAfter();
        return variance == 0 ? 0 : Math.abs(firstRate - secondRate) / Math.sqrt(variance);
    }

    private static double poisson(int count, double mean) {
        double mass = Math.exp(-mean);
        for (int i = 1; i <= count; i++) {
            mass *= mean / i;
        }
        return mass;
    }

    /** The definition: with the limit as the ratio, each tail that holds the split has 2.5 %. */
    @Test
    void limitsLeaveTwoAndAHalfPercentInEachTail() {
        for (TwoCounts counts :
                new TwoCounts[] {TwoCounts.of(12, 5), TwoCounts.of(1, 60), new TwoCounts(9, 30, 12, 1.5)}) {
            Interval interval = counts.ratioInterval95();
            int n = (int) (counts.before() + counts.after());
            int after = (int) counts.after();

            assertThat(upTo(n, after, share(counts, interval.high()))).isCloseTo(0.025, within(1e-10));
            assertThat(1 - upTo(n, after - 1, share(counts, interval.low()))).isCloseTo(0.025, within(1e-10));
        }
    }

    private static double share(TwoCounts counts, double ratio) {
        double odds = ratio * counts.exposureAfter() / counts.exposureBefore();
        return odds / (1 + odds);
    }

    private static double upTo(int n, int k, double p) {
        return IntStream.rangeClosed(0, k).mapToDouble(i -> binomial(n, i, p)).sum();
    }

    /** Every pair of counts with its probability: how often the tests call equal rates different. */
    @Test
    void seldomCallEqualRatesDifferent() {
        for (double mean : new double[] {1, 3, 8, 20}) {
            double byConditional = 0;
            double byETest = 0;
            for (int first = 0; first < 60; first++) {
                for (int second = 0; second < 60; second++) {
                    double probability = poisson(first, mean) * poisson(second, mean);
                    TwoCounts counts = TwoCounts.of(first, second);
                    byConditional += counts.conditionalP() <= 0.05 ? probability : 0;
                    byETest += counts.eTestP() <= 0.05 ? probability : 0;
                }
            }
            assertThat(byConditional).as("mean %s", mean).isLessThanOrEqualTo(0.05);
            assertThat(byETest).as("mean %s", mean).isLessThan(0.055).isGreaterThan(byConditional);
        }
    }

    @Test
    void changedRolesAndUnitsTellTheSame() {
        TwoCounts counts = new TwoCounts(30, 11, 3, 2);
        TwoCounts swapped = new TwoCounts(11, 30, 2, 3);
        TwoCounts inDays = new TwoCounts(30, 11, 90, 60);

        assertThat(swapped.conditionalP()).isCloseTo(counts.conditionalP(), within(1e-13));
        assertThat(swapped.eTestP()).isCloseTo(counts.eTestP(), within(1e-13));
        assertThat(swapped.ratioInterval95().high())
                .isCloseTo(1 / counts.ratioInterval95().low(), within(1e-9));
        assertThat(inDays.eTestP()).isCloseTo(counts.eTestP(), within(1e-13));
        assertThat(inDays.ratio()).isCloseTo(counts.ratio(), within(1e-13)).isCloseTo(11.0 / 2 / 10, within(1e-13));
        assertThat(inDays.ratioInterval95().low())
                .isCloseTo(counts.ratioInterval95().low(), within(1e-9));
    }

    @Test
    void knowsNothingWithoutEventsAndMuchWithAMillion() {
        assertThat(TwoCounts.of(0, 0).ratio()).isNaN();
        assertThat(TwoCounts.of(0, 0).conditionalP()).isOne();
        assertThat(TwoCounts.of(0, 0).eTestP()).isOne();
        assertThat(TwoCounts.of(0, 0).ratioInterval95()).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(TwoCounts.of(7, 0).ratioInterval95().low()).isZero();
        assertThat(TwoCounts.of(7, 0).ratioInterval95().high()).isLessThan(1);
        // P(0 of 7) at p = 1/2 in both tails.
        assertThat(TwoCounts.of(7, 0).conditionalP()).isCloseTo(2 / 128.0, within(1e-15));
        assertThat(TwoCounts.of(9, 9).eTestP()).isCloseTo(1, within(1e-12));

        TwoCounts many = TwoCounts.of(1_000_000, 997_000);
        // z = 3000 / sqrt(1,997,000), so p is nearly normal.
        double normal = Normal.twoSidedP(3000 / Math.sqrt(1_997_000));
        assertThat(many.conditionalP()).isCloseTo(normal, within(1e-4));
        assertThat(many.eTestP()).isCloseTo(normal, within(1e-4));
        assertThat(many.ratioInterval95().contains(many.ratio())).isTrue();
        assertThat(TwoCounts.of(1_000_000, 0).conditionalP()).isZero();
    }

    @Test
    void refusesWhatAreNoCountsOrExposures() {
        assertThatThrownBy(() -> TwoCounts.of(-1, 2)).hasMessage("before=-1: from 0 to 1000000");
        assertThatThrownBy(() -> TwoCounts.of(1, 1_000_001)).hasMessage("after=1000001: from 0 to 1000000");
        assertThatThrownBy(() -> new TwoCounts(1, 1, 0, 1)).hasMessage("exposure_before=0.0: above 0 and finite");
        assertThatThrownBy(() -> new TwoCounts(1, 1, 1, Double.NaN))
                .hasMessage("exposure_after=NaN: above 0 and finite");
    }
}
