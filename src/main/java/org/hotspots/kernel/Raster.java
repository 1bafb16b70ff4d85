package org.hotspots.kernel;

import org.hotspots.geo.RasterGrid;

/**
 * A surface in the British National Grid: one value per cell, meant at the cell's centre. Values are kept by rows from
 * the south, {@code values[row * columns + column]}. Immutable as long as nobody writes to the array, and nobody does.
 */
public final class Raster {
    private final RasterGrid grid;
    private final double[] values;

    private Raster(RasterGrid grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    /**
     * A raster that takes the array as its own: the caller keeps no hand on it.
     *
     * @throws IllegalArgumentException if the array's length is not the number of cells
     */
    public static Raster owning(RasterGrid grid, double[] values) {
        if (values.length != grid.size()) {
            throw new IllegalArgumentException("values.length=" + values.length + ": the grid has " + grid.size());
        }
        return new Raster(grid, values);
    }

    public RasterGrid grid() {
        return grid;
    }

    /** The raster's own array, never written to. */
    public double[] values() {
        return values;
    }

    public double value(int column, int row) {
        return values[row * grid.columns() + column];
    }

    /**
     * The surface between the centres: bilinear in the four centres around the point; in the outer half of the border
     * cells the border values go on unchanged; 0 outside the grid.
     */
    public double sampleBilinear(double easting, double northing) {
        double acrossCells = (easting - grid.minEasting()) / grid.cellMetres();
        double upCells = (northing - grid.minNorthing()) / grid.cellMetres();
        if (!(acrossCells >= 0 && acrossCells <= grid.columns() && upCells >= 0 && upCells <= grid.rows())) {
            return 0;
        }
        double across = Math.min(Math.max(acrossCells - 0.5, 0), grid.columns() - 1);
        double up = Math.min(Math.max(upCells - 0.5, 0), grid.rows() - 1);
        int column = (int) across;
        int row = (int) up;
        double east = across - column;
        double north = up - row;
        int here = row * grid.columns() + column;
        int right = column + 1 < grid.columns() ? 1 : 0;
        int above = row + 1 < grid.rows() ? grid.columns() : 0;
        double south = values[here] + east * (values[here + right] - values[here]);
        double top = values[here + above] + east * (values[here + above + right] - values[here + above]);
        return south + north * (top - south);
    }

    /** The greatest value; one pass over the cells. */
    public double max() {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /**
     * Sum of the values times the area of a cell. In the unit of the values times square metres; a density per km2 of n
     * offences therefore integrates to n times 1,000,000, less what lies beyond the grid.
     */
    public double integral() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum * grid.cellMetres() * grid.cellMetres();
    }

    /** Size in memory, rounded up to the array and a few fields. */
    public long bytes() {
        return 8L * values.length + 96;
    }
}
