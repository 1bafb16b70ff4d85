package org.hotspots.geo;

/**
 * The geometry of a raster in the British National Grid: square cells, row 0 in the south, values at cell centres.
 *
 * @param minEasting west side of column 0, metres
 * @param minNorthing south side of row 0, metres
 * @param cellMetres side of a cell, above 0
 * @param columns number of columns, at least 1
 * @param rows number of rows, at least 1
 */
public record RasterGrid(double minEasting, double minNorthing, double cellMetres, int columns, int rows) {
    public RasterGrid {
        if (!(cellMetres > 0) || columns < 1 || rows < 1 || (long) columns * rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a raster needs cells: cell_m=" + cellMetres + ", columns=" + columns + ", rows=" + rows);
        }
    }

    /** The smallest grid that covers the bounds, its sides on whole multiples of the cell from the grid origin 0,0. */
    public static RasterGrid covering(Bounds bounds, double cellMetres) {
        double west = Math.floor(bounds.minEasting() / cellMetres) * cellMetres;
        double south = Math.floor(bounds.minNorthing() / cellMetres) * cellMetres;
        int columns = (int) Math.max(1, Math.ceil((bounds.maxEasting() - west) / cellMetres));
        int rows = (int) Math.max(1, Math.ceil((bounds.maxNorthing() - south) / cellMetres));
        return new RasterGrid(west, south, cellMetres, columns, rows);
    }

    public int size() {
        return columns * rows;
    }

    public double centreEasting(int column) {
        return minEasting + (column + 0.5) * cellMetres;
    }

    public double centreNorthing(int row) {
        return minNorthing + (row + 0.5) * cellMetres;
    }

    public Bounds bounds() {
        return new Bounds(minEasting, minNorthing, minEasting + columns * cellMetres, minNorthing + rows * cellMetres);
    }
}
