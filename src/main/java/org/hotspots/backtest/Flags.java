package org.hotspots.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The cells that a ranking would send people to: the best of them, up to a number of cells. Arrays are per cell of the
 * study area, all of one size.
 *
 * <p>Equal scores at the end of the list are a tie that nothing decides, so all cells of the tie are flagged in part, each
 * by what is left over the number of them: a sum over them is what a random choice among them would find on average. A
 * score of 0 means that nothing is known of the cell; such cells are flagged in part, but are not in {@code ranked}.
 *
 * @param parts how much of each cell is flagged, from 0 to 1; their sum is {@code budget}
 * @param ranked the flagged cells with a score above 0, best first, ties by number of the cell, at most {@code budget}
 * @param budget how many cells may be flagged
 */
@SuppressWarnings("ArrayRecordComponent")
public record Flags(double[] parts, int[] ranked, int budget) {

    /**
     * Flags the cells with the highest scores: the part of them that {@code coverage} says, rounded down, but at least one.
     *
     * @param scores one per cell, at least one, finite and not below 0
     * @param coverage above 0, at most 1
     */
    public static Flags best(double[] scores, double coverage) {
        if (scores.length == 0 || !(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException(
                    "cells=" + scores.length + ", coverage=" + coverage + ": at least one, and above 0 to 1");
        }
        // A hundredth of a hundred cells is one, whatever the product rounds to.
        int budget = Math.max(1, (int) Math.floor(coverage * scores.length + 1e-9));
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double last = sorted[sorted.length - budget];
        int[] above = cells(scores, score -> score > last);
        int[] tied = cells(scores, score -> score == last);
        double[] parts = new double[scores.length];
        for (int cell : above) {
            parts[cell] = 1;
        }
        for (int cell : tied) {
            parts[cell] = (budget - above.length) / (double) tied.length;
        }
        int[] known = last > 0 ? Arrays.copyOf(tied, budget - above.length) : new int[0];
        return new Flags(
                parts,
                IntStream.concat(bestFirst(above, scores), Arrays.stream(known)).toArray(),
                budget);
    }

    private static int[] cells(double[] scores, DoublePredicate wanted) {
        return IntStream.range(0, scores.length)
                .filter(cell -> wanted.test(scores[cell]))
                .toArray();
    }

    private static IntStream bestFirst(int[] cells, double[] scores) {
        return Arrays.stream(cells)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> -scores[cell])
                        .thenComparingInt(cell -> cell))
                .mapToInt(cell -> cell);
    }

    /** What the flagged cells hold of some counts. */
    public double held(double[] counts) {
        double sum = 0;
        for (int cell = 0; cell < parts.length; cell++) {
            sum += parts[cell] * counts[cell];
        }
        return sum;
    }
}
