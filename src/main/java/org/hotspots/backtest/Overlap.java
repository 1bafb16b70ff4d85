package org.hotspots.backtest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** How far two lists of cells agree: 1 the same, 0 nothing in common. */
public final class Overlap {
    /** Weight of each further rank: nine tenths of the weight lie on about the first twenty. */
    static final double PERSISTENCE = 0.9;

    private Overlap() {}

    /** Cells in both over cells in either (Jaccard 1901), whatever their order; NaN for two empty lists. */
    public static double jaccard(int[] first, int[] second) {
        Set<Integer> either = new HashSet<>(Arrays.stream(first).boxed().toList());
        int both = 0;
        for (int cell : second) {
            both += either.add(cell) ? 0 : 1;
        }
        return both / (double) either.size();
    }

    /**
     * Rank-biased overlap (Webber, Moffat and Zobel 2010), extrapolated beyond the shorter list: with X_d the cells that the
     * first d of both have in common and k the length of the shorter,
     * RBO = X_k / k p^k + (1 - p) / p sum over d = 1 ... k of X_d / d p^d. NaN where a list is empty.
     */
    public static double rankBiased(int[] first, int[] second) {
        int depth = Math.min(first.length, second.length);
        Set<Integer> seen = new HashSet<>();
        int common = 0;
        double weight = 1;
        double sum = 0;
        for (int d = 1; d <= depth; d++) {
            common += seen.add(first[d - 1]) ? 0 : 1;
            common += seen.add(second[d - 1]) ? 0 : 1;
            weight *= PERSISTENCE;
            sum += common / (double) d * weight;
        }
        return common / (double) depth * weight + (1 - PERSISTENCE) / PERSISTENCE * sum;
    }
}
