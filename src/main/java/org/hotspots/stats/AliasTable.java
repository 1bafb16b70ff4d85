package org.hotspots.stats;

/**
 * Draws from a discrete distribution in constant time (Walker 1977; Vose 1991): every outcome has a column of equal
 * width, filled up by at most one other outcome.
 */
final class AliasTable {
    private final double[] own;
    private final int[] other;

    private AliasTable(int outcomes) {
        own = new double[outcomes];
        other = new int[outcomes];
    }

    /** @param weights one for each outcome, finite, not below 0, with a sum above 0 */
    static AliasTable of(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int outcomes = weights.length;
        AliasTable table = new AliasTable(outcomes);
        double[] heights = new double[outcomes];
        // One array, short columns from the left and tall ones from the right.
        int[] columns = new int[outcomes];
        int shorts = 0;
        int talls = outcomes;
        for (int i = 0; i < outcomes; i++) {
            heights[i] = weights[i] / sum * outcomes;
            if (heights[i] < 1) {
                columns[shorts++] = i;
            } else {
                columns[--talls] = i;
            }
        }
        table.fill(heights, columns, shorts, talls);
        return table;
    }

    private void fill(double[] heights, int[] columns, int shorts, int talls) {
        int low = shorts;
        int high = talls;
        while (low > 0 && high < columns.length) {
            int column = columns[--low];
            int giver = columns[high];
            own[column] = heights[column];
            other[column] = giver;
            heights[giver] -= 1 - heights[column];
            if (heights[giver] < 1) {
                high++;
                columns[low++] = giver;
            }
        }
        // What is left over is full but for rounding.
        while (low > 0) {
            own[columns[--low]] = 1;
        }
        while (high < columns.length) {
            own[columns[high++]] = 1;
        }
    }

    /** The index of an outcome. */
    int draw(SeededRandom random) {
        double at = random.nextDouble() * own.length;
        int column = (int) at;
        return at - column < own[column] ? column : other[column];
    }
}
