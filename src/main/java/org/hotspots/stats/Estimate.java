package org.hotspots.stats;

/**
 * A figure and how far chance may have moved it, with an error taken to be normal. Sums and ratios assume that the
 * estimates are independent of each other.
 *
 * @param value the figure
 * @param variance of the figure, not below 0
 */
public record Estimate(double value, double variance) {
    private static final double Z95 = Normal.quantile(0.975);

    public Estimate {
        if (!Double.isFinite(value) || !(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "value=" + value + ", variance=" + variance + ": finite, and the variance not below 0");
        }
    }

    /** A count of events that come independently of each other (Poisson): its variance is the count itself. */
    public static Estimate ofCount(long count) {
        return new Estimate((double) count, (double) count);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(value + other.value, variance + other.variance);
    }

    public Estimate minus(Estimate other) {
        return new Estimate(value - other.value, variance + other.variance);
    }

    public Estimate times(double factor) {
        return new Estimate(value * factor, variance * factor * factor);
    }

    /**
     * The ratio of two estimates, with the variance of its linear part (the delta method): close only where the divisor is
     * several of its standard errors from zero.
     *
     * @param divisor not 0
     */
    public Estimate over(Estimate divisor) {
        if (divisor.value == 0) {
            throw new IllegalArgumentException("the divisor is 0");
        }
        double ratio = value / divisor.value;
        double squaredDivisor = divisor.value * divisor.value;
        return new Estimate(ratio, (variance + ratio * ratio * divisor.variance) / squaredDivisor);
    }

    public double standardError() {
        return Math.sqrt(variance);
    }

    /** The value in standard errors; 0 where the value is 0, infinite where only the variance is. */
    public double z() {
        return value == 0 ? 0 : value / standardError();
    }

    /** The probability of a value as far from zero, either way, if the truth were zero. */
    public double twoSidedP() {
        return Normal.twoSidedP(z());
    }

    public Interval interval95() {
        double reach = Z95 * standardError();
        return new Interval(value - reach, value + reach);
    }
}
