package org.hotspots.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the counts of equal cells spread more than chance alone would have it. Under chance each count is Poisson with
 * one mean, so the variance is the mean; then (n - 1) s^2 / mean is close to chi-squared with n - 1 degrees of freedom
 * (Fisher 1925). s^2 divides by n - 1. The approximation is good from a mean of about 1 on; below it p is somewhat too
 * small for a few large counts.
 *
 * @param cells n, how many counts
 * @param mean mean count
 * @param varianceToMean s^2 / mean: about 1 by chance, more where events gather; NaN where there are no events
 * @param chiSquared (n - 1) s^2 / mean; NaN where there are no events
 * @param p probability of as much spread or more by chance; 1 where there are no events
 */
public record Dispersion(int cells, double mean, double varianceToMean, double chiSquared, double p) {

    /**
     * Tests the counts. Cost: two passes.
     *
     * @param counts one per cell, at least two, finite and not below 0
     */
    public static Dispersion of(double[] counts) {
        if (counts.length < 2) {
            throw new IllegalArgumentException("counts of " + counts.length + " cells: of at least 2");
        }
        double total = 0;
        for (double count : counts) {
            if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("count=" + count + ": finite and not below 0");
            }
            total += count;
        }
        double mean = total / counts.length;
        if (total == 0) {
            return new Dispersion(counts.length, 0, Double.NaN, Double.NaN, 1);
        }
        double squares = 0;
        for (double count : counts) {
            squares += (count - mean) * (count - mean);
        }
        int degrees = counts.length - 1;
        double chiSquared = squares / mean;
        double p = ChiSquaredDistribution.of(degrees).survivalProbability(chiSquared);
        return new Dispersion(counts.length, mean, chiSquared / degrees, chiSquared, p);
    }
}
