package org.hotspots.stats;

import java.util.Arrays;

/**
 * Whether a series rises or falls, whatever the shape of its path (Mann 1945, Kendall 1975). S adds 1 for each pair of
 * which the later value is greater, takes 1 off for each of which it is less, and leaves equal values out: a tie is no
 * rise. With n values and groups of t equal ones, var S = (n (n - 1) (2 n + 5) - sum t (t - 1) (2 t + 5)) / 18, and
 * z = (S - sign S) / sqrt(var S), the 1 being the continuity correction.
 *
 * <p>Assumes that without a trend the values are independent of each other: a season or a series by one offender makes
 * p too small. The normal distribution is close from n = 8 or so on; with fewer than four values p can never be under
 * 0.05.
 *
 * @param n how many values
 * @param s rises less falls
 * @param variance of S without a trend; 0 where all values are equal
 * @param z standard score; 0 where S is 0
 * @param p two-sided
 */
public record MannKendall(int n, long s, double variance, double z, double p) {
    /** Probability at or below which a trend is called one. */
    public static final double LEVEL = 0.05;

    /** What the test says. */
    public enum Trend {
        RISING("rising"),
        FALLING("falling"),
        NONE("no trend");

        private final String word;

        Trend(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Tests a series. Cost: n^2 / 2 comparisons.
     *
     * @param values in order of time, at most 100,000, none NaN; none or one give z 0 and p 1
     */
    public static MannKendall of(double[] values) {
        // Beyond, the products in the variance leave the range in which a double is exact, and S takes minutes.
        if (values.length > 100_000) {
            throw new IllegalArgumentException("a series of " + values.length + " values: at most 100000");
        }
        long s = 0;
        for (int later = 0; later < values.length; later++) {
            if (Double.isNaN(values[later])) {
                throw new IllegalArgumentException("value " + later + " is NaN: every value must be a number");
            }
            for (int earlier = 0; earlier < later; earlier++) {
                s += sign(values[earlier], values[later]);
            }
        }
        double variance = (pairsTerm(values.length) - tiesTerm(values)) / 18;
        double z = s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
        return new MannKendall(values.length, s, variance, z, Normal.twoSidedP(z));
    }

    public Trend trend() {
        if (p > LEVEL) {
            return Trend.NONE;
        }
        return s > 0 ? Trend.RISING : Trend.FALLING;
    }

    /** Not {@link Double#compare}, which puts 0.0 above -0.0. */
    private static int sign(double earlier, double later) {
        if (later > earlier) {
            return 1;
        }
        return later < earlier ? -1 : 0;
    }

    private static double tiesTerm(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int first = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[first]) {
                sum += pairsTerm(i - first);
                first = i;
            }
        }
        return sum;
    }

    private static double pairsTerm(int n) {
        return n < 2 ? 0 : (double) n * (n - 1) * (2.0 * n + 5);
    }
}
