package org.hotspots.stats;

/**
 * Drawing without putting back: of {@code total} things {@code marked} are marked, and {@code drawn} are drawn.
 *
 * <p>The probability of k marked ones is C(marked, k) C(total - marked, drawn - k) / C(total, drawn). With k the events
 * of a part in some hours, this is Fisher's exact test of the part against the whole (R. A. Fisher, The Design of
 * Experiments, 1935): both margins are held fixed, so nothing is assumed about the whole's own profile.
 */
public final class Hypergeometric {
    /** Below this, logarithms of factorials are summed; above, Stirling's series is exact to the last digits. */
    private static final int SUMMED = 64;

    private static final double HALF_LOG_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    private Hypergeometric() {}

    /**
     * The probability of at least {@code k} marked ones; 1 for k at or below the fewest possible, 0 above the most.
     * Summed from the most down, smallest terms first. Cost: one term for each possible number from k on.
     *
     * @throws IllegalArgumentException unless 0 <= marked <= total and 0 <= drawn <= total
     */
    public static double upperTail(long total, long marked, long drawn, long k) {
        if (marked < 0 || marked > total || drawn < 0 || drawn > total) {
            throw new IllegalArgumentException("total=" + total + ", marked=" + marked + ", drawn=" + drawn
                    + ": marked and drawn from 0 to total");
        }
        long fewest = Math.max(0, drawn - (total - marked));
        long most = Math.min(marked, drawn);
        if (k <= fewest) {
            return 1;
        }
        double logWays = logChoose(total, drawn);
        double tail = 0;
        for (long j = most; j >= k; j--) {
            tail += StrictMath.exp(logChoose(marked, j) + logChoose(total - marked, drawn - j) - logWays);
        }
        return Math.min(1, tail);
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(long n) {
        if (n >= SUMMED) {
            double x = (double) n;
            double inverse = 1 / x;
            double square = inverse * inverse;
            return (x + 0.5) * StrictMath.log(x)
                    - x
                    + HALF_LOG_TWO_PI
                    + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260)));
        }
        double sum = 0;
        for (long i = 2; i <= n; i++) {
            sum += StrictMath.log((double) i);
        }
        return sum;
    }
}
