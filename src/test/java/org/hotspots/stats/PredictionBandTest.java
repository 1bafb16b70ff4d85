package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionBandTest {

    /** Both tails of the binomial summed term by term in exact fractions. */
    @ParameterizedTest
    @CsvSource({
        "0, 11, 1, 0.05",
        "1, 11, 1, 0.05",
        "3, 335, 30, 0.05",
        "12, 334, 31, 0.002",
        "60, 335, 30, 0.05",
        "144, 11, 1, 0.0021",
        "40, 1, 1, 0.05",
        "250, 365, 28, 0.01"
    })
    void theBandHoldsWhatNeitherTailRejects(int before, int exposureBefore, int exposure, double level) {
        PredictionBand band = PredictionBand.of(before, exposureBefore, exposure, 1, level);

        for (int x = 0; x <= band.high() + 20; x++) {
            boolean rejected = tail(before, x, exposureBefore, exposure, true) <= level / 2
                    || tail(before, x, exposureBefore, exposure, false) <= level / 2;
            assertThat(band.isAbove(x) || band.isBelow(x))
                    .as("%d of %s", x, band)
                    .isEqualTo(rejected);
        }
        assertThat(band.expected()).isEqualTo((double) before * exposure / exposureBefore);
    }

    /** P(X at least x) or P(X at most x) for X binomial with n = b + x and the share of the further exposure. */
    private static double tail(int b, int x, int exposureBefore, int exposure, boolean upper) {
        int n = b + x;
        BigInteger sum = BigInteger.ZERO;
        BigInteger choices = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            if (upper ? k >= x : k <= x) {
                sum = sum.add(choices.multiply(BigInteger.valueOf(exposure).pow(k))
                        .multiply(BigInteger.valueOf(exposureBefore).pow(n - k)));
            }
            choices = choices.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return new BigDecimal(sum)
                .divide(
                        new BigDecimal(
                                BigInteger.valueOf(exposureBefore + exposure).pow(n)),
                        MathContext.DECIMAL64)
                .doubleValue();
    }

    @Test
    void aLargerSpreadGivesAWiderBand() {
        PredictionBand poisson = PredictionBand.of(120, 12, 1, 1, 0.05);
        PredictionBand spread = PredictionBand.of(120, 12, 1, 3, 0.05);

        assertThat(spread.low()).isLessThan(poisson.low());
        assertThat(spread.high()).isGreaterThan(poisson.high());
    }

    /** Where nothing changes, a further count is outside at most as often as the level says. */
    @Test
    void chanceIsSeldomOutside() {
        Random random = new Random(8);
        for (double mean : new double[] {0.5, 4, 30}) {
            int outside = 0;
            for (int trial = 0; trial < 4000; trial++) {
                long before = 0;
                for (int month = 0; month < 12; month++) {
                    before += poisson(random, mean);
                }
                PredictionBand band = PredictionBand.of(before, 12, 1, 1, 0.05);
                long further = poisson(random, mean);
                outside += band.isAbove(further) || band.isBelow(further) ? 1 : 0;
            }
            assertThat(outside)
                    .as("of 4000 with a mean of %s; 5 %% and three standard errors", mean)
                    .isLessThan(242);
        }
    }

    private static long poisson(Random random, double mean) {
        long count = -1;
        for (double time = 0; time < mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    @Test
    void whatMeansNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionBand.of(-1, 12, 1, 1, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionBand.of(1, 0, 1, 1, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionBand.of(1, 12, 1, 0.9, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> PredictionBand.of(1, 12, 1, 1, 1));
    }
}
