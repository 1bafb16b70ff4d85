package org.hotspots.stats;

/**
 * Draws from one Poisson distribution in constant time. The table holds the values whose probability is not below 1e-18
 * of the greatest, which is beyond what a double of a probability near 1 can tell.
 */
final class PoissonTable {
    private static final double NEGLIGIBLE = 1e-18;

    private final int first;
    private final AliasTable values;

    private PoissonTable(int first, AliasTable values) {
        this.first = first;
        this.values = values;
    }

    /** @param mean finite, not below 0 */
    static PoissonTable of(double mean) {
        int mode = (int) mean;
        int first = mode;
        // Relative to the mode's probability, by the ratios of neighbours: no exponential that could underflow.
        for (double weight = 1; first > 0 && weight >= NEGLIGIBLE; first--) {
            weight *= first / mean;
        }
        int last = mode;
        for (double weight = 1; weight >= NEGLIGIBLE; last++) {
            weight *= mean / (last + 1.0);
        }
        double[] weights = new double[last - first + 1];
        weights[mode - first] = 1;
        for (int value = mode; value > first; value--) {
            weights[value - 1 - first] = weights[value - first] * (value / mean);
        }
        for (int value = mode; value < last; value++) {
            weights[value + 1 - first] = weights[value - first] * (mean / (value + 1.0));
        }
        return new PoissonTable(first, AliasTable.of(weights));
    }

    int draw(SeededRandom random) {
        return first + values.draw(random);
    }
}
