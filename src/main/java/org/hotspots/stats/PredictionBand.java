package org.hotspots.stats;

import java.util.function.IntPredicate;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The counts that a further period may have when nothing changes, given what came before. Given the sum n of both counts,
 * the further one is binomial with the share s = exposure / (exposureBefore + exposure), so with b events before the tails
 * of a count x are
 *
 * <pre>
 * P(X &gt;= x) = I_s(x, b + 1)        P(X &lt;= x) = I_(1-s)(b, x + 1)
 * </pre>
 *
 * <p>I being the regularised incomplete beta function; the band holds every x of which neither tail is at most half the
 * level. It so inverts the exact conditional test of two Poisson counts, and holds a further count with at least the
 * probability 1 - level. Where counts are known to spread more than Poisson ones, by a variance of {@code spread} times
 * the mean, both counts are divided by the spread before they are compared.
 *
 * <p>Source: Przyborowski and Wilenski 1940; Hahn and Meeker 1991, {@code src/docs/methods/counting.md}.
 *
 * @param low least count of the band
 * @param high greatest
 * @param expected count at the rate before
 */
public record PredictionBand(long low, long high, double expected) {
    private static final int MOST = 1 << 29;

    /**
     * @param before events before, from 0 to 1,000,000
     * @param exposureBefore how long, above 0 and finite
     * @param exposure how long the further period is, above 0 and finite
     * @param spread variance by mean of the counts, at least 1 and finite
     * @param level probability of a further count outside, above 0 and below 1
     */
    public static PredictionBand of(long before, double exposureBefore, double exposure, double spread, double level) {
        // Checks the counts and the exposures.
        TwoCounts counts = new TwoCounts(before, 0, exposureBefore, exposure);
        if (!(spread >= 1 && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("spread=" + spread + ": at least 1, and finite");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level=" + level + ": above 0 and below 1");
        }
        double share = exposure / (exposureBefore + exposure);
        double b = counts.before() / spread;
        double tail = level / 2;
        int beyond = first(x -> x > 0 && RegularizedBeta.value(share, x / spread, b + 1) <= tail);
        int low = b == 0 ? 0 : first(x -> RegularizedBeta.complement(share, x / spread + 1, b) > tail);
        return new PredictionBand(low, beyond - 1, before * exposure / exposureBefore);
    }

    public boolean isAbove(long count) {
        return count > high;
    }

    public boolean isBelow(long count) {
        return count < low;
    }

    /** The least x of at least 0 of which a condition holds that, once it holds, holds for all greater ones. */
    private static int first(IntPredicate condition) {
        int beyond = 1;
        while (!condition.test(beyond) && beyond < MOST) {
            beyond *= 2;
        }
        int low = 0;
        int high = beyond;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
