package org.hotspots.backtest;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a score over the held-out months that have it, with Student's 95 % interval. A year is few months: the interval
 * is wide, and rests on months being alike but for chance.
 *
 * @param value the mean; NaN where no month has a score
 * @param standardError standard deviation over the root of the number of months; NaN for fewer than two
 * @param margin how far the interval reaches on either side; NaN for fewer than two months
 */
record Mean(double value, double standardError, double margin) {
    private static final double UPPER_TAIL = 0.025;

    /** NaN among the values stands for a month without a score. */
    static Mean of(double[] values) {
        return of(values, UPPER_TAIL);
    }

    private static Mean of(double[] values, double upperTail) {
        double[] scored =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(scored).sum() / scored.length;
        if (scored.length < 2) {
            return new Mean(mean, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (double value : scored) {
            squares += (value - mean) * (value - mean);
        }
        double standardError = Math.sqrt(squares / (scored.length - 1) / scored.length);
        double t = TDistribution.of(scored.length - 1).inverseSurvivalProbability(upperTail);
        return new Mean(mean, standardError, t * standardError);
    }

    /**
     * The mean of the differences month by month, of two scores of the same months.
     *
     * @param comparisons of how many such means the interval is one: with a probability of 95 % all of their intervals hold
     *     the truth together (Bonferroni), at least 1
     */
    static Mean ofDifferences(double[] first, double[] second, int comparisons) {
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        return of(differences, UPPER_TAIL / comparisons);
    }

    double low() {
        return value - margin;
    }

    double high() {
        return value + margin;
    }
}
