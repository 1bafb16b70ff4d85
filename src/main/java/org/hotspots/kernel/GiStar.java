package org.hotspots.kernel;

import java.util.Arrays;
import org.hotspots.stats.Normal;

/**
 * The Getis-Ord Gi* statistic of every cell: whether the cell and its neighbours together hold more (z above 0) or less
 * (below 0) than their share, in standard deviations.
 *
 * <p>z_i = (sum_j w_ij x_j - W_i mean) / (s sqrt((n W_i - W_i^2) / (n - 1))), where the cells j are those inside the
 * mask, n their number, mean = sum x_j / n, s^2 = sum (x_j - mean)^2 / n, w_ij is 1 where the centres of i and j lie at
 * most the neighbour distance apart (so also for j = i) and 0 elsewhere, and W_i = sum_j w_ij = sum_j w_ij^2. p is
 * two-sided under the normal distribution, and of a single test: control the false discovery rate before calling a cell
 * unusual. Source: Ord and Getis 1995; {@code src/docs/methods/gi-star.md}.
 */
public final class GiStar {
    private static final double TOO_EQUAL = 1e-14;

    private GiStar() {}

    /**
     * Scores per window index.
     *
     * @param z standard score; NaN outside the mask
     * @param p two-sided probability; NaN outside the mask
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Scores(double[] z, double[] p) {}

    /**
     * Scores every cell inside the mask. Where z is undefined - all counts equal, or a neighbourhood that holds every
     * cell - nothing stands out, and z is 0 and p is 1. Cost: cells times rows of a neighbourhood, whatever its area.
     *
     * @param counts per window index, finite; values outside the mask are ignored
     * @param neighbourMetres greatest distance between the centres of neighbours, not below 0; centres at exactly this
     *     distance are neighbours, within a tolerance of 1e-9 of it
     */
    public static Scores score(StudyCells cells, double[] counts, double neighbourMetres) {
        if (counts.length != cells.windowSize()) {
            throw new IllegalArgumentException(
                    "counts.length=" + counts.length + ": the window has " + cells.windowSize() + " cells");
        }
        if (!(neighbourMetres >= 0 && neighbourMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("neighbour_m=" + neighbourMetres + ": not below 0, and finite");
        }
        double[] z = new double[counts.length];
        double[] p = new double[counts.length];
        Arrays.fill(z, Double.NaN);
        Arrays.fill(p, Double.NaN);
        Moments moments = Moments.of(cells, counts);
        NeighbourSums sums = NeighbourSums.of(cells, counts, neighbourMetres);
        TwoSidedP twoSided = new TwoSidedP();
        for (int column = 0; column < cells.columns(); column++) {
            for (int row = 0; row < cells.rows(); row++) {
                int index = row * cells.columns() + column;
                if (cells.isInside(index)) {
                    z[index] = moments.z(sums.weight(column, row), sums.cells(column, row));
                    p[index] = twoSided.of(z[index]);
                }
            }
        }
        return new Scores(z, p);
    }

    /** The mean and variance (divided by n) of the counts inside the mask. */
    private record Moments(int n, double mean, double variance) {

        static Moments of(StudyCells cells, double[] counts) {
            int n = cells.size();
            double sum = 0;
            for (int i = cells.inside().nextSetBit(0);
                    i >= 0;
                    i = cells.inside().nextSetBit(i + 1)) {
                sum += counts[i];
            }
            double mean = sum / n;
            // Compensated (Kahan): a county's squares are mostly one tiny number, whose rounding would all go one way.
            double squares = 0;
            double lost = 0;
            for (int i = cells.inside().nextSetBit(0);
                    i >= 0;
                    i = cells.inside().nextSetBit(i + 1)) {
                double square = (counts[i] - mean) * (counts[i] - mean) - lost;
                double grown = squares + square;
                lost = (grown - squares) - square;
                squares = grown;
            }
            return new Moments(n, mean, squares / n);
        }

        double z(double neighbourSum, int neighbours) {
            // The mean of equal counts is off by rounding, so a variance of some ulps is none.
            if (neighbours >= n || variance <= TOO_EQUAL * mean * mean) {
                return 0;
            }
            double spread = Math.sqrt(variance * neighbours * (n - neighbours) / (n - 1.0));
            return (neighbourSum - neighbours * mean) / spread;
        }
    }

    /** Most cells of a county share a few scores, so each is looked up among those seen before it is computed. */
    private static final class TwoSidedP {
        private static final int SLOTS = 1 << 10;
        private final double[] seen = new double[SLOTS];
        private final double[] p = new double[SLOTS];

        TwoSidedP() {
            Arrays.fill(p, 1);
        }

        double of(double z) {
            long bits = Double.doubleToRawLongBits(z) * 0x9E3779B97F4A7C15L;
            int slot = (int) (bits >>> 54);
            if (seen[slot] != z) {
                seen[slot] = z;
                p[slot] = Normal.twoSidedP(z);
            }
            return p[slot];
        }
    }
}
