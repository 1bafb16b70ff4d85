package org.hotspots.kernel;

import org.hotspots.geo.RasterGrid;

/**
 * Points sorted by the raster row they lie in, in units of cells and measured from the centre of cell (0, 0), so that a
 * point at the centre of cell (c, r) stands at (c, r). Points that no cell of the grid can feel are left out; those
 * south and north of it stand in a row of their own on each side. Within a row the order of the points is kept.
 */
final class RowSorted {
    final RasterGrid grid;
    final double[] across;
    final double[] up;
    final double[] weights;

    /** Points of row r are [starts[r + 1], starts[r + 2]), where r runs from -1 (south of the grid) to rows (north). */
    private final int[] starts;

    private RowSorted(RasterGrid grid, int[] starts) {
        int count = starts[starts.length - 1];
        this.grid = grid;
        this.starts = starts;
        this.across = new double[count];
        this.up = new double[count];
        this.weights = new double[count];
    }

    /** A counting sort: two passes over the points. */
    static RowSorted of(WeightedPoints points, RasterGrid grid, double reachMetres) {
        double reachCells = reachMetres / grid.cellMetres();
        int[] starts = new int[grid.rows() + 3];
        int[] rowOf = new int[points.count()];
        for (int i = 0; i < points.count(); i++) {
            double up = (points.northings()[i] - grid.minNorthing()) / grid.cellMetres();
            double across = (points.eastings()[i] - grid.minEasting()) / grid.cellMetres();
            boolean felt = within(up, reachCells, grid.rows()) && within(across, reachCells, grid.columns());
            rowOf[i] = felt ? (int) Math.min(Math.max(Math.floor(up), -1), grid.rows()) : Integer.MIN_VALUE;
            if (felt) {
                starts[rowOf[i] + 2]++;
            }
        }
        for (int row = 1; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        RowSorted sorted = new RowSorted(grid, starts);
        sorted.fill(points, rowOf);
        return sorted;
    }

    private static boolean within(double position, double reach, int cells) {
        return position >= -reach && position <= cells + reach;
    }

    private void fill(WeightedPoints points, int[] rowOf) {
        int[] next = starts.clone();
        for (int i = 0; i < rowOf.length; i++) {
            if (rowOf[i] != Integer.MIN_VALUE) {
                int slot = next[rowOf[i] + 1]++;
                across[slot] = (points.eastings()[i] - grid.minEasting()) / grid.cellMetres() - 0.5;
                up[slot] = (points.northings()[i] - grid.minNorthing()) / grid.cellMetres() - 0.5;
                weights[slot] = points.weights()[i];
            }
        }
    }

    /** The first point that can reach a row at or north of {@code fromRow}. */
    int firstReaching(int fromRow, double reachCells) {
        return starts[(int) Math.max(fromRow - reachCells - 1, -1) + 1];
    }

    /** One after the last point that can reach a row south of {@code toRow}. */
    int endReaching(int toRow, double reachCells) {
        return starts[(int) Math.min(toRow + reachCells + 1, grid.rows()) + 2];
    }
}
