package org.hotspots.geo;

import org.locationtech.jts.geom.Polygon;

/**
 * A division of the whole British National Grid into equal cells whose identity never changes: cell (i, j) is counted
 * from the grid origin 0,0 and does not depend on data, area or period. Implemented by {@link SquareLattice} and
 * {@link HexLattice}.
 */
public sealed interface Lattice permits SquareLattice, HexLattice {

    /** A cell as one number, {@code (i << 32) | (j & 0xffffffffL)}; see {@link #column} and {@link #row}. */
    long cellAt(double easting, double northing);

    BritishGridPoint centre(long cell);

    /** The cell's outline in EPSG:27700, closed, counter-clockwise. */
    Polygon polygon(long cell);

    /** Area of every cell, in square metres. */
    double cellAreaM2();

    /** Permanent name of a cell, such as {@code s200-2251-1389} (square of 200 m) or {@code h200-1500-802}. */
    String id(long cell);

    /** Side of the square, or side of the hexagon, in metres. */
    double sideMetres();

    static long cell(int column, int row) {
        return ((long) column << 32) | (row & 0xffffffffL);
    }

    static int column(long cell) {
        return (int) (cell >> 32);
    }

    static int row(long cell) {
        return (int) cell;
    }
}
