package org.hotspots.stats;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The standard normal distribution. Through the complementary error function, so that small probabilities keep their
 * digits: they underflow to 0 only beyond |z| = 38.
 */
public final class Normal {
    private static final double SQRT2 = Math.sqrt(2);

    private Normal() {}

    /** P(Z at most z). */
    public static double cdf(double z) {
        return 0.5 * Erfc.value(-z / SQRT2);
    }

    /** P(|Z| at least |z|); NaN for NaN. */
    public static double twoSidedP(double z) {
        return Erfc.value(Math.abs(z) / SQRT2);
    }

    /**
     * The z with {@code cdf(z) = probability}; infinite at 0 and 1.
     *
     * @param probability from 0 to 1
     */
    public static double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability=" + probability + ": from 0 to 1");
        }
        return -SQRT2 * InverseErfc.value(2 * probability);
    }
}
