package org.hotspots.kernel;

import org.hotspots.geo.HexLattice;
import org.hotspots.geo.SquareLattice;

/**
 * For each cell of a window the sum of the counts, and the number, of the cells inside the mask whose centres lie within
 * a distance of its own. Down a column the centres of a lattice are evenly spaced, so a neighbourhood is one unbroken run
 * of each nearby column, and a run is the difference of two running totals.
 *
 * <p>Differences of totals round at the size of the total: whole-number counts are exact below 2^53 a column.
 */
final class NeighbourSums {
    private final StudyCells cells;
    private final double[] weights;
    private final int[] neighbours;

    /** Both arrays by columns: index {@code column * rows + row}. */
    private NeighbourSums(StudyCells cells) {
        this.cells = cells;
        this.weights = new double[cells.windowSize()];
        this.neighbours = new int[cells.windowSize()];
    }

    static NeighbourSums of(StudyCells cells, double[] counts, double metres) {
        NeighbourSums sums = new NeighbourSums(cells);
        ColumnTotals totals = new ColumnTotals(cells, counts);
        ColumnSteps steps = ColumnSteps.of(cells, metres);
        for (int column = 0; column < cells.columns(); column++) {
            int reach = (int) Math.min(steps.reachColumns(), cells.columns());
            int first = Math.max(column - reach, 0);
            int last = Math.min(column + reach, cells.columns() - 1);
            for (int other = first; other <= last; other++) {
                double shift = steps.shift(cells.minColumn() + other) - steps.shift(cells.minColumn() + column);
                double half = steps.halfRows(other - column);
                int south = (int) clamped(Math.ceil(-half - shift), cells.rows());
                int north = (int) clamped(Math.floor(half - shift), cells.rows());
                sums.addRuns(totals, column, other, south, north);
            }
        }
        return sums;
    }

    /** Sum of the counts around a cell of the window. */
    double weight(int column, int row) {
        return weights[column * cells.rows() + row];
    }

    /** Number of cells around a cell of the window, itself included. */
    int cells(int column, int row) {
        return neighbours[column * cells.rows() + row];
    }

    private static double clamped(double rows, int limit) {
        return Math.min(Math.max(rows, -limit), limit);
    }

    /** Adds, for every row of a column, the run of rows row + south to row + north of another column. */
    private void addRuns(ColumnTotals totals, int column, int other, int south, int north) {
        int rows = cells.rows();
        if (south > north) {
            return;
        }
        int to = column * rows;
        int from = other * (rows + 1);
        for (int row = 0; row < rows; row++) {
            int start = from + Math.max(Math.min(row + south, rows), 0);
            int end = from + Math.max(Math.min(row + north + 1, rows), 0);
            weights[to + row] += totals.weights[end] - totals.weights[start];
            neighbours[to + row] += totals.cells[end] - totals.cells[start];
        }
    }

    /** Running totals up each column: entry {@code column * (rows + 1) + k} is over the rows below k. */
    private static final class ColumnTotals {
        final double[] weights;
        final int[] cells;

        ColumnTotals(StudyCells study, double[] counts) {
            int rows = study.rows();
            weights = new double[study.columns() * (rows + 1)];
            cells = new int[weights.length];
            for (int column = 0; column < study.columns(); column++) {
                for (int row = 0; row < rows; row++) {
                    int at = column * (rows + 1) + row;
                    int index = row * study.columns() + column;
                    boolean inside = study.isInside(index);
                    weights[at + 1] = weights[at] + (inside ? counts[index] : 0);
                    cells[at + 1] = cells[at] + (inside ? 1 : 0);
                }
            }
        }
    }

    /**
     * Where the centres of a lattice's columns lie.
     *
     * @param columnMetres from one column's centres to the next one's
     * @param rowMetres from a centre to the next one of its column
     * @param oddShiftRows how far odd columns lie to the north, in rows
     * @param metres greatest distance of neighbours, with the tolerance
     */
    private record ColumnSteps(double columnMetres, double rowMetres, double oddShiftRows, double metres) {
        private static final double TOLERANCE = 1e-9;

        static ColumnSteps of(StudyCells cells, double metres) {
            double side = cells.lattice().sideMetres();
            double reach = metres * (1 + TOLERANCE);
            if (cells.lattice() instanceof HexLattice) {
                return new ColumnSteps(1.5 * side, Math.sqrt(3) * side, 0.5, reach);
            }
            if (cells.lattice() instanceof SquareLattice) {
                return new ColumnSteps(side, side, 0, reach);
            }
            throw new IllegalArgumentException("no neighbours are known for " + cells.lattice());
        }

        double reachColumns() {
            return Math.floor(metres / columnMetres);
        }

        double shift(int column) {
            return (column & 1) * oddShiftRows;
        }

        /** Half the length, in rows, of the neighbourhood's chord so many columns away. */
        double halfRows(int columns) {
            double across = columns * columnMetres;
            return Math.sqrt(Math.max(metres * metres - across * across, 0)) / rowMetres;
        }
    }
}
