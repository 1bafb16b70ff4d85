package org.hotspots.stats;

import java.util.Arrays;

/**
 * The Lorenz curve of counts and what is read off it: how unevenly events lie over units of equal size. Counts are
 * finite and not below 0, their order is irrelevant; there is at least one. Cost: a sort.
 */
public final class Lorenz {
    private Lorenz() {}

    /**
     * The share of all events in the k fullest units, for k from 1 to the number of units (element k - 1); all 0 where
     * there are no events.
     */
    public static double[] curve(double[] counts) {
        double[] rising = rising(counts);
        double total = Arrays.stream(rising).sum();
        double[] curve = new double[rising.length];
        double running = 0;
        for (int k = 0; k < curve.length; k++) {
            running += rising[rising.length - 1 - k];
            curve[k] = total == 0 ? 0 : running / total;
        }
        return curve;
    }

    /**
     * The Gini coefficient G = 2 sum_i i x_(i) / (m N) - (m + 1) / m, where x_(1) is the smallest of the m counts and N
     * their sum: 0 where all are equal, 1 - 1/m where one unit holds everything; 0 where there are no events.
     */
    public static double gini(double[] counts) {
        double[] rising = rising(counts);
        double total = 0;
        double ranked = 0;
        for (int i = 0; i < rising.length; i++) {
            total += rising[i];
            ranked += (i + 1.0) * rising[i];
        }
        return total == 0 ? 0 : 2 * ranked / (rising.length * total) - (rising.length + 1.0) / rising.length;
    }

    /**
     * The generalised Gini coefficient G' = max(1, m / N) (G - 1) + 1 of Bernasco and Steenbeek (2017): with fewer
     * events than units most units must be empty, so G is high whatever happens; G' is 0 where every event lies in a
     * unit of its own.
     */
    public static double generalisedGini(double[] counts) {
        double total = Arrays.stream(counts).sum();
        return total == 0 ? 0 : Math.max(1, counts.length / total) * (gini(counts) - 1) + 1;
    }

    private static double[] rising(double[] counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("counts: at least one unit");
        }
        double[] rising = counts.clone();
        Arrays.sort(rising);
        if (!(rising[0] >= 0 && rising[rising.length - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("counts: finite and not below 0");
        }
        return rising;
    }
}
