package org.hotspots.kernel;

import java.util.BitSet;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.Lattice;

/**
 * The cells of a lattice that a question is about: a window of columns and rows, and in it a mask. Arrays "per window
 * index" have {@code columns * rows} values, and cell (column, row) of the lattice has the window index
 * {@code (row - minRow) * columns + (column - minColumn)}.
 *
 * <p>The mask is not copied: it belongs to the record from then on and nobody writes to it.
 *
 * @param lattice what the cells are cells of
 * @param minColumn first lattice column of the window
 * @param minRow first lattice row of the window
 * @param columns width of the window, not below 0
 * @param rows height of the window, not below 0
 * @param inside bit per window index: whether the cell belongs to the study area
 */
public record StudyCells(Lattice lattice, int minColumn, int minRow, int columns, int rows, BitSet inside) {

    /** Whether a cell with this centre belongs to the study area. */
    @FunctionalInterface
    public interface CentreTest {
        boolean test(double centreEasting, double centreNorthing);
    }

    public StudyCells {
        if (columns < 0 || rows < 0 || (long) columns * rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a window of " + columns + " columns and " + rows + " rows");
        }
        if (inside.length() > columns * rows) {
            throw new IllegalArgumentException("the mask reaches beyond the window of " + columns * rows + " cells");
        }
    }

    /** The cells whose centre lies in the bounds and passes the test; the window is the smallest around them. */
    public static StudyCells covering(Lattice lattice, Bounds bounds, CentreTest centreTest) {
        StudyCells window = windowAround(lattice, bounds);
        BitSet inside = new BitSet(window.columns * window.rows);
        for (int index = 0; index < window.columns * window.rows; index++) {
            var centre = lattice.centre(window.cell(index));
            if (bounds.contains(centre.easting(), centre.northing())
                    && centreTest.test(centre.easting(), centre.northing())) {
                inside.set(index);
            }
        }
        return new StudyCells(lattice, window.minColumn, window.minRow, window.columns, window.rows, inside).trimmed();
    }

    /** Every cell that a point of the bounds can lie in, and on a hexagon lattice some more. */
    private static StudyCells windowAround(Lattice lattice, Bounds bounds) {
        long southWest = lattice.cellAt(bounds.minEasting(), bounds.minNorthing());
        long northEast = lattice.cellAt(bounds.maxEasting(), bounds.maxNorthing());
        int minColumn = Lattice.column(southWest) - 1;
        int minRow = Lattice.row(southWest) - 1;
        int columns = Lattice.column(northEast) + 2 - minColumn;
        int rows = Lattice.row(northEast) + 2 - minRow;
        return new StudyCells(lattice, minColumn, minRow, columns, rows, new BitSet());
    }

    /** The same cells in the smallest window; a window of no columns and rows where no cell is inside. */
    private StudyCells trimmed() {
        int west = columns;
        int east = -1;
        int south = rows;
        int north = -1;
        for (int index = inside.nextSetBit(0); index >= 0; index = inside.nextSetBit(index + 1)) {
            west = Math.min(west, index % columns);
            east = Math.max(east, index % columns);
            south = Math.min(south, index / columns);
            north = Math.max(north, index / columns);
        }
        if (east < 0) {
            return new StudyCells(lattice, minColumn, minRow, 0, 0, new BitSet());
        }
        int width = east - west + 1;
        BitSet trimmed = new BitSet(width * (north - south + 1));
        for (int index = inside.nextSetBit(0); index >= 0; index = inside.nextSetBit(index + 1)) {
            trimmed.set((index / columns - south) * width + index % columns - west);
        }
        return new StudyCells(lattice, minColumn + west, minRow + south, width, north - south + 1, trimmed);
    }

    /** Number of cells inside. */
    public int size() {
        return inside.cardinality();
    }

    /** Number of cells in the window, inside and not. */
    public int windowSize() {
        return columns * rows;
    }

    /** The window index of a cell of the lattice, or -1 outside the window. */
    public int windowIndex(long cell) {
        int column = Lattice.column(cell) - minColumn;
        int row = Lattice.row(cell) - minRow;
        return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
    }

    /** The lattice's cell with this window index. */
    public long cell(int windowIndex) {
        return Lattice.cell(minColumn + windowIndex % columns, minRow + windowIndex / columns);
    }

    public boolean isInside(int windowIndex) {
        return windowIndex >= 0 && inside.get(windowIndex);
    }
}
