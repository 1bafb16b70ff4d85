package org.hotspots.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Two Poisson counts, each over an exposure (months, km2, people; the unit cancels), and whether their rates differ. Both
 * tests are two-sided, and assume that events come independently of each other: a series by one offender makes p too
 * small.
 *
 * @param before first count, from 0 to 1,000,000
 * @param after second count, from 0 to 1,000,000
 * @param exposureBefore of the first count, above 0 and finite
 * @param exposureAfter of the second count, above 0 and finite
 */
public record TwoCounts(long before, long after, double exposureBefore, double exposureAfter) {
    private static final long MOST = 1_000_000;
    private static final double TAIL = 0.025;
    /** Probabilities within this of each other are equal but for rounding, as R's binom.test has it. */
    private static final double SAME = 1 + 1e-7;
    /** The log odds beyond which no limit of a million events can lie. */
    private static final double MOST_LOG_ODDS = 60;

    private static final int HALVINGS = 64;

    public TwoCounts {
        requireCount("before", before);
        requireCount("after", after);
        requireExposure("exposure_before", exposureBefore);
        requireExposure("exposure_after", exposureAfter);
    }

    /** Counts of equal exposures. */
    public static TwoCounts of(long before, long after) {
        return new TwoCounts(before, after, 1, 1);
    }

    /** The second rate over the first: infinite where only the first count is 0, NaN where both are. */
    public double ratio() {
        return after / exposureAfter / (before / exposureBefore);
    }

    /**
     * The exact 95 % interval of the ratio of the rates: given their sum n, the second count is binomial with
     * p / (1 - p) = ratio x exposureAfter / exposureBefore, so the limits of Clopper and Pearson (1934) for p, turned
     * into odds, are limits of the ratio. It covers at least 95 %. 0 to infinity where both counts are 0.
     */
    public Interval ratioInterval95() {
        double perOdds = exposureBefore / exposureAfter;
        double low = after == 0 ? 0 : perOdds * odds(TAIL, x -> tail(x, (double) after, before + 1.0));
        double high = before == 0
                ? Double.POSITIVE_INFINITY
                : perOdds * odds(1 - TAIL, x -> tail(x, after + 1.0, (double) before));
        return new Interval(low, high);
    }

    /**
     * The exact conditional test (Przyborowski and Wilenski 1940): given their sum n, the second count is binomial; p is
     * the probability of every split of n that is as improbable as this one or more so. Never rejects too often. 1 where
     * both counts are 0.
     */
    public double conditionalP() {
        MassAroundMode splits = MassAroundMode.binomial(before + after, exposureAfter / exposureBefore);
        double limit = splits.of(after) * SAME;
        double p = 0;
        for (double mass : splits.mass()) {
            p += mass <= limit ? mass : 0;
        }
        return Math.min(1, p);
    }

    /**
     * The E-test (Krishnamoorthy and Thomson 2004): the probability, were both rates the pooled one, of two counts whose
     * rates differ by as many standard errors or more. More powerful than the conditional test for small counts; may
     * reject a little more often than its level says. 1 where both counts are 0.
     */
    public double eTestP() {
        if (before + after == 0) {
            return 1;
        }
        double pooled = (before + after) / (exposureBefore + exposureAfter);
        MassAroundMode first = MassAroundMode.poisson(pooled * exposureBefore);
        MassAroundMode second = MassAroundMode.poisson(pooled * exposureAfter);
        double[] upTo = runningSum(second.mass());
        double[] from = runningSumFromEnd(second.mass());
        double observed = Math.abs(standardised(before, after)) / SAME;
        double p = 0;
        for (int i = 0; i < first.mass().length; i++) {
            long count = first.first() + i;
            p += first.mass()[i] * (upTo[below(count, observed, second)] + from[below(count, -observed, second)]);
        }
        return Math.min(1, p);
    }

    /** How many of the second counts are so small that the standardised difference is at least (above 0) or greater than the limit. */
    private int below(long count, double limit, MassAroundMode second) {
        int low = 0;
        int high = second.mass().length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double difference = standardised(count, second.first() + middle);
            // The difference falls as the second count grows, so halving finds where it passes the limit.
            if (limit > 0 ? difference >= limit : difference > limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first rate less the second over its standard error; 0 for two zeros. */
    private double standardised(long first, long second) {
        double variance = first / (exposureBefore * exposureBefore) + second / (exposureAfter * exposureAfter);
        return variance == 0 ? 0 : (first / exposureBefore - second / exposureAfter) / Math.sqrt(variance);
    }

    /** Element k is the sum of the first k values. */
    private static double[] runningSum(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    /** Element k is the sum of the values from k on. */
    private static double[] runningSumFromEnd(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = values.length - 1; i >= 0; i--) {
            sums[i] = sums[i + 1] + values[i];
        }
        return sums;
    }

    /** The odds at which a rising function of the log odds reaches the probability. */
    private static double odds(double probability, DoubleUnaryOperator rising) {
        double low = -MOST_LOG_ODDS;
        double high = MOST_LOG_ODDS;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /** The regularised incomplete beta function I_p(a, b) at a log odds of p, from the side where p keeps its digits. */
    private static double tail(double logOdds, double a, double b) {
        return logOdds <= 0
                ? RegularizedBeta.value(1 / (1 + StrictMath.exp(-logOdds)), a, b)
                : RegularizedBeta.complement(1 / (1 + StrictMath.exp(logOdds)), b, a);
    }

    private static void requireCount(String name, long count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException(name + "=" + count + ": from 0 to " + MOST);
        }
    }

    private static void requireExposure(String name, double exposure) {
        if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + "=" + exposure + ": above 0 and finite");
        }
    }
}
