package org.hotspots.kernel;

import java.util.Arrays;

/** The quartic's sums, two rows of the raster at a time. */
final class QuarticRows {
    private static final int ROWS = 2;

    private final RowSorted points;
    private final double reachCells;
    private final double perCell2;
    private final double quarterScale;
    private final double[] values;
    private final double[] columnNumbers;

    /**
     * @param reachCells bandwidth in cells
     * @param scale the kernel's value at its centre
     * @param values where the sums go, by rows
     */
    QuarticRows(RowSorted points, double reachCells, double scale, double[] values) {
        this.points = points;
        this.reachCells = reachCells;
        this.perCell2 = 1 / (reachCells * reachCells);
        this.quarterScale = scale / 4;
        this.values = values;
        this.columnNumbers = new double[points.grid.columns()];
        Arrays.setAll(columnNumbers, column -> column);
    }

    /** Sets rows [fromRow, toRow); fromRow a multiple of {@link #ROWS}. */
    void sum(int fromRow, int toRow) {
        int columns = columnNumbers.length;
        double[][] lines = new double[ROWS][columns];
        for (int south = fromRow; south < toRow; south += ROWS) {
            for (double[] line : lines) {
                Arrays.fill(line, 0);
            }
            int end = points.endReaching(south + ROWS, reachCells);
            for (int i = points.firstReaching(south, reachCells); i < end; i++) {
                add(i, south, lines);
            }
            for (int row = south; row < Math.min(south + ROWS, toRow); row++) {
                System.arraycopy(lines[row - south], 0, values, row * columns, columns);
            }
        }
    }

    /**
     * The hot loop ({@code DensityBenchmark}). Row k has rest = 1 - dy^2/h^2, and there the kernel is (rest - dx^2/h^2)^2
     * where that is above 0. The span is that of a row through the point: t + |t| is 2 t inside the circle and 0 outside,
     * exactly, which costs less than a square root and mispredicted branches for a span of each row; its factor 4 is
     * taken out of the weight. Lines and column numbers are arrays with one index, and the rows two, because that is
     * what the compiler makes vector instructions of: with four rows it does not.
     */
    private void add(int point, int south, double[][] lines) {
        double across = points.across[point];
        double up = points.up[point] - south;
        double weight = points.weights[point] * quarterScale;
        int first = Math.max((int) Math.ceil(across - reachCells), 0);
        int end = Math.min((int) Math.floor(across + reachCells), columnNumbers.length - 1) + 1;
        double rest0 = 1 - up * up * perCell2;
        double rest1 = 1 - (up - 1) * (up - 1) * perCell2;
        double[] line0 = lines[0];
        double[] line1 = lines[1];
        double[] columnNumbers = this.columnNumbers;
        double perCell2 = this.perCell2;
        for (int column = first; column < end; column++) {
            double d = across - columnNumbers[column];
            double d2 = d * d * perCell2;
            double t0 = rest0 - d2;
            double t1 = rest1 - d2;
            t0 += Math.abs(t0);
            t1 += Math.abs(t1);
            line0[column] += weight * t0 * t0;
            line1[column] += weight * t1 * t1;
        }
    }
}
