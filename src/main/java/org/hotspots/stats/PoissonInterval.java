package org.hotspots.stats;

import org.apache.commons.statistics.distribution.GammaDistribution;

/** Confidence intervals of 95 % for the mean of a Poisson count. */
public final class PoissonInterval {
    private static final double TAIL = 0.025;
    private static final double Z = Normal.quantile(1 - TAIL);

    private PoissonInterval() {}

    /**
     * The exact interval (Garwood 1936): each tail holds at most 2.5 %, so it covers at least 95 %. The lower limit is
     * the 0.025 quantile of the gamma distribution of shape O, half the chi-squared quantile with 2 O degrees of
     * freedom; the upper limit the 0.975 quantile for shape O + 1; the lower limit for 0 is 0.
     *
     * @param count observed count O, not below 0
     */
    public static Interval exact95(long count) {
        double observed = requireCount(count);
        double low = count == 0 ? 0 : GammaDistribution.of(observed, 1).inverseCumulativeProbability(TAIL);
        return new Interval(low, GammaDistribution.of(observed + 1, 1).inverseSurvivalProbability(TAIL));
    }

    /**
     * Byar's approximation (Breslow and Day 1987), as public health and police dashboards in England use it: low = O (1
     * - 1/(9 O) - z/(3 sqrt O))^3, and high the same with O + 1 and plus z; low is 0 for O = 0.
     *
     * @param count observed count O, not below 0
     */
    public static Interval byar95(long count) {
        double observed = requireCount(count);
        return new Interval(count == 0 ? 0 : byarLimit(observed, -Z), byarLimit(observed + 1, Z));
    }

    private static double byarLimit(double count, double z) {
        double root = 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count));
        return count * root * root * root;
    }

    private static double requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count=" + count + ": not below 0");
        }
        return (double) count;
    }
}
