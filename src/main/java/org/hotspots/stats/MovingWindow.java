package org.hotspots.stats;

/**
 * How surprising the fullest window of a period is, wherever it begins: a burst was found by looking at every window, and
 * looking often finds bursts.
 *
 * <p>With events that come independently at an even rate, {@code mean} of them expected in a window, the probability that
 * no window of L window lengths holds n or more is Q(L), close to Q(2) (Q(3) / Q(2))^(L - 2), and Q(2) and Q(3) are known
 * exactly (Naus 1982). With p(i) the Poisson probability of i events and F(i) that of at most i, both 0 for i below 0:
 *
 * <pre>
 * Q(2) = F(n-1)^2 - (n-1) p(n) p(n-2) - (n-1-mean) p(n) F(n-3)
 * Q(3) = F(n-1)^3 - A1 + A2 + A3 - A4
 * A1 = 2 p(n) F(n-1) ((n-1) F(n-2) - mean F(n-3))
 * A2 = p(n)^2 ((n-1)(n-2) F(n-3) - 2 (n-2) mean F(n-4) + mean^2 F(n-5)) / 2
 * A3 = sum over r from 1 to n-1 of p(2n-r) F(r-1)^2
 * A4 = sum over r from 2 to n-1 of p(2n-r) p(r) ((r-1) F(r-2) - mean F(r-3))
 * </pre>
 *
 * <p>Source: Naus 1982; {@code src/docs/methods/trends-and-operations.md}.
 */
public final class MovingWindow {
    private static final int MOST = 1_000;

    private final int n;
    private final double mean;
    private final double[] p;
    private final double[] atMost;

    private MovingWindow(int n, double mean) {
        this.n = n;
        this.mean = mean;
        p = new double[2 * n];
        atMost = new double[2 * n];
        double logMean = StrictMath.log(mean);
        double logP = -mean;
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(logP);
            sum += p[i];
            atMost[i] = Math.min(1, sum);
            logP += logMean - StrictMath.log(i + 1.0);
        }
    }

    /**
     * The probability that some window holds at least {@code count} events. Exact, but for rounding, where
     * {@code windows} is 2 or 3, or the count is 1; else near three digits. Absolute rounding error under 1e-9. Cost: the
     * count.
     *
     * @param count events in the fullest window, from 1 to 1,000
     * @param meanPerWindow events expected in a window, from 0 to 1,000
     * @param windows length of the whole period in window lengths, at least 2
     */
    public static double probability(int count, double meanPerWindow, double windows) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count=" + count + ": from 1 to " + MOST);
        }
        if (!(meanPerWindow >= 0 && meanPerWindow <= MOST)) {
            throw new IllegalArgumentException("mean_per_window=" + meanPerWindow + ": from 0 to " + MOST);
        }
        if (!(windows >= 2 && windows < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("windows=" + windows + ": at least 2, and finite");
        }
        if (meanPerWindow == 0) {
            return 0;
        }
        MovingWindow window = new MovingWindow(count, meanPerWindow);
        double two = window.missesInTwo();
        double three = window.missesInThree();
        // Far above the count both are rounding about zero: some window surely holds it.
        if (two <= 0 || three <= 0) {
            return 1;
        }
        double misses = two * StrictMath.pow(Math.min(1, three / two), windows - 2);
        return Math.min(1, Math.max(0, 1 - misses));
    }

    /** Q(2). */
    private double missesInTwo() {
        return atMost(n - 1) * atMost(n - 1) - (n - 1) * p(n) * p(n - 2) - (n - 1 - mean) * p(n) * atMost(n - 3);
    }

    /** Q(3). */
    private double missesInThree() {
        double a1 = 2 * p(n) * atMost(n - 1) * ((n - 1) * atMost(n - 2) - mean * atMost(n - 3));
        double a2 = p(n)
                * p(n)
                / 2
                * ((n - 1.0) * (n - 2) * atMost(n - 3)
                        - 2 * (n - 2) * mean * atMost(n - 4)
                        + mean * mean * atMost(n - 5));
        double a3 = 0;
        double a4 = 0;
        for (int r = 1; r < n; r++) {
            a3 += p(2 * n - r) * atMost(r - 1) * atMost(r - 1);
            a4 += p(2 * n - r) * p(r) * ((r - 1) * atMost(r - 2) - mean * atMost(r - 3));
        }
        return atMost(n - 1) * atMost(n - 1) * atMost(n - 1) - a1 + a2 + a3 - a4;
    }

    private double p(int events) {
        return events < 0 ? 0 : p[events];
    }

    private double atMost(int events) {
        return events < 0 ? 0 : atMost[events];
    }
}
