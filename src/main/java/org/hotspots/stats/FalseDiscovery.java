package org.hotspots.stats;

import java.util.Arrays;

/**
 * False-discovery-rate control over a family of m tests. NaN stands for "no test": it stays NaN and is not counted in
 * m. Adjusted values ("q") come in the order of the p-values and never exceed 1. Cost: a sort.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Benjamini and Hochberg (1995): q_(i) = min over j at least i of m p_(j) / j. Controls the rate for independent or
     * positively dependent tests.
     */
    public static double[] benjaminiHochberg(double[] p) {
        return adjusted(p, 1);
    }

    /**
     * Benjamini and Yekutieli (2001): the Benjamini-Hochberg value times 1 + 1/2 + ... + 1/m. Controls the rate under
     * any dependence.
     */
    public static double[] benjaminiYekutieli(double[] p) {
        double harmonic = 0;
        int rank = 0;
        for (double value : p) {
            if (!Double.isNaN(value)) {
                harmonic += 1.0 / ++rank;
            }
        }
        return adjusted(p, harmonic);
    }

    private static double[] adjusted(double[] p, double factor) {
        double[] sorted = sortedTests(p);
        double[] q = new double[sorted.length];
        double least = 1;
        for (int i = sorted.length - 1; i >= 0; i--) {
            least = Math.min(least, factor * sorted.length * sorted[i] / (i + 1));
            q[i] = least;
        }
        double[] result = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            // Equal p-values have equal q, so whichever of them the search meets will do.
            result[i] = Double.isNaN(p[i]) ? Double.NaN : q[Arrays.binarySearch(sorted, p[i] + 0.0)];
        }
        return result;
    }

    private static double[] sortedTests(double[] p) {
        double[] sorted = new double[p.length];
        int tests = 0;
        for (double value : p) {
            if (value < 0 || value > 1) {
                throw new IllegalArgumentException("p=" + value + ": from 0 to 1");
            }
            if (!Double.isNaN(value)) {
                // Adding 0.0 turns -0.0, which sorts before 0.0, into 0.0.
                sorted[tests++] = value + 0.0;
            }
        }
        sorted = Arrays.copyOf(sorted, tests);
        Arrays.sort(sorted);
        return sorted;
    }
}
