package org.hotspots.kernel;

import org.hotspots.stats.Normal;
import org.hotspots.stats.SeededRandom;

/**
 * Local Moran's I of every cell (Anselin 1995): whether a cell and its neighbours are alike, both high or both low, or the
 * cell stands out from them.
 *
 * <p>I_i = (d_i / m2) (sum_j d_j / k_i), where d is a cell's count less the mean over the mask, m2 the mean of d^2, and j
 * runs over the k_i cells inside the mask, other than i, whose centres lie within the neighbour distance. z compares I_i
 * with what it would be if the other cells' counts were dealt out anew among them while cell i keeps its own: its exact
 * mean and variance then. p is two-sided, by the normal distribution or by dealing; control the false discovery rate
 * before calling a cell unusual. Documentation: {@code src/docs/methods/patterns.md}.
 */
public final class LocalMoran {
    private static final double TOO_EQUAL = 1e-14;

    private final StudyCells cells;
    private final double[] counts;
    private final NeighbourSums sums;
    private final double mean;
    private final double meanSquare;

    private LocalMoran(StudyCells cells, double[] counts, double neighbourMetres) {
        this.cells = cells;
        this.counts = counts;
        this.sums = NeighbourSums.of(cells, counts, neighbourMetres);
        this.mean = cells.inside().stream().mapToDouble(index -> counts[index]).sum() / cells.size();
        this.meanSquare = cells.inside().stream()
                        .mapToDouble(index -> (counts[index] - mean) * (counts[index] - mean))
                        .sum()
                / cells.size();
    }

    /** How a cell and the mean of its neighbours stand to the mean of all. */
    public enum Quadrant {
        HIGH_HIGH,
        HIGH_LOW,
        LOW_HIGH,
        LOW_LOW,
        /** The cell or its neighbours are at the mean, or it has no neighbours. */
        NEITHER
    }

    /**
     * Scores per window index; NaN and null outside the mask.
     *
     * @param index I
     * @param z standard score
     * @param p two-sided, under the normal distribution
     * @param quadrant which is high
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Scores(double[] index, double[] z, double[] p, Quadrant[] quadrant) {}

    /**
     * Scores every cell inside the mask. A cell without neighbours, or with all others for neighbours, or in a map of equal
     * counts, has z 0 and p 1. Cost as of {@link GiStar}.
     *
     * @param counts per window index, finite
     * @param neighbourMetres greatest distance between the centres of neighbours, not below 0
     */
    public static Scores score(StudyCells cells, double[] counts, double neighbourMetres) {
        LocalMoran moran = checked(cells, counts, neighbourMetres);
        int size = counts.length;
        Scores scores = new Scores(new double[size], new double[size], new double[size], new Quadrant[size]);
        for (int at = 0; at < size; at++) {
            boolean inside = cells.isInside(at);
            double z = inside ? moran.z(at) : Double.NaN;
            scores.index[at] = inside ? moran.index(at) : Double.NaN;
            scores.z[at] = z;
            scores.p[at] = Normal.twoSidedP(z);
            scores.quadrant[at] = moran.quadrant(at);
        }
        return scores;
    }

    /**
     * p of every cell by dealing: twice (1 + deals at least as extreme on the nearer side) / (1 + deals), at most 1; NaN
     * outside the mask. Cost: cells times deals times neighbours.
     *
     * @param deals how often the other cells' counts are dealt out for each cell, at least 1
     */
    public static double[] dealtP(
            StudyCells cells, double[] counts, double neighbourMetres, int deals, SeededRandom random) {
        if (deals < 1) {
            throw new IllegalArgumentException("deals=" + deals + ": at least 1");
        }
        LocalMoran moran = checked(cells, counts, neighbourMetres);
        int[] deck = cells.inside().stream().toArray();
        double[] p = new double[counts.length];
        for (int at = 0; at < p.length; at++) {
            p[at] = cells.isInside(at) ? moran.dealtP(at, deck, deals, random) : Double.NaN;
        }
        return p;
    }

    private static LocalMoran checked(StudyCells cells, double[] counts, double neighbourMetres) {
        if (counts.length != cells.windowSize()) {
            throw new IllegalArgumentException(
                    "counts.length=" + counts.length + ": the window has " + cells.windowSize() + " cells");
        }
        if (!(neighbourMetres >= 0 && neighbourMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("neighbour_m=" + neighbourMetres + ": not below 0, and finite");
        }
        return new LocalMoran(cells, counts, neighbourMetres);
    }

    private int neighbours(int at) {
        return sums.cells(at % cells.columns(), at / cells.columns()) - 1;
    }

    /** Sum of the neighbours' counts. */
    private double around(int at) {
        return sums.weight(at % cells.columns(), at / cells.columns()) - counts[at];
    }

    private boolean isUndefined(int at) {
        return neighbours(at) == 0 || meanSquare <= TOO_EQUAL * mean * mean;
    }

    private double index(int at) {
        int k = neighbours(at);
        return isUndefined(at) ? 0 : (counts[at] - mean) / meanSquare * (around(at) / k - mean);
    }

    /** Mean and variance of a sum of k values drawn without putting back from the n - 1 of the other cells. */
    private double z(int at) {
        int n = cells.size();
        int k = neighbours(at);
        double own = counts[at] - mean;
        if (isUndefined(at) || k == n - 1 || own == 0) {
            return 0;
        }
        double otherMean = -own / (n - 1);
        double otherVariance = (n * meanSquare - own * own) / (n - 1) - otherMean * otherMean;
        double variance = k * otherVariance * (n - 1 - k) / (n - 2);
        if (!(variance > TOO_EQUAL * meanSquare)) {
            return 0;
        }
        double difference = around(at) - k * mean - k * otherMean;
        return Math.signum(own) * difference / Math.sqrt(variance);
    }

    private Quadrant quadrant(int at) {
        if (!cells.isInside(at) || isUndefined(at)) {
            return Quadrant.NEITHER;
        }
        double own = counts[at] - mean;
        double near = around(at) / neighbours(at) - mean;
        if (own == 0 || near == 0) {
            return Quadrant.NEITHER;
        }
        if (own > 0) {
            return near > 0 ? Quadrant.HIGH_HIGH : Quadrant.HIGH_LOW;
        }
        return near > 0 ? Quadrant.LOW_HIGH : Quadrant.LOW_LOW;
    }

    private double dealtP(int at, int[] deck, int deals, SeededRandom random) {
        int k = neighbours(at);
        if (isUndefined(at) || k == deck.length - 1) {
            return 1;
        }
        double observed = around(at);
        int above = 0;
        int below = 0;
        for (int deal = 0; deal < deals; deal++) {
            double sum = dealt(at, k, deck, random);
            above += sum >= observed ? 1 : 0;
            below += sum <= observed ? 1 : 0;
        }
        return Math.min(1, 2 * (1.0 + Math.min(above, below)) / (deals + 1));
    }

    /** Sum of k cards off a shuffled deck, the cell's own left out. A deck in any order is as good as a new one. */
    private double dealt(int at, int k, int[] deck, SeededRandom random) {
        double sum = 0;
        int taken = 0;
        for (int card = 0; taken < k; card++) {
            int other = card + random.nextInt(deck.length - card);
            int drawn = deck[other];
            deck[other] = deck[card];
            deck[card] = drawn;
            if (drawn != at) {
                sum += counts[drawn];
                taken++;
            }
        }
        return sum;
    }
}
