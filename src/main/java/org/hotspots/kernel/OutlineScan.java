package org.hotspots.kernel;

import java.util.Arrays;
import java.util.BitSet;
import org.hotspots.geo.RasterGrid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Which cells of a raster have their centre inside an outline, row by row: a row's centre line is cut by the rings, and
 * between the first and second cut, third and fourth, and so on lies the inside (even-odd rule, which a valid polygonal
 * geometry satisfies). A million cells take milliseconds, where a look-up for each would take most of a second.
 */
public final class OutlineScan {
    private final RasterGrid grid;
    private final double[][] cutsOfRow;
    private final int[] cuts;

    private OutlineScan(RasterGrid grid) {
        this.grid = grid;
        this.cutsOfRow = new double[grid.rows()][4];
        this.cuts = new int[grid.rows()];
    }

    /** Bit {@code row * columns + column} for each cell whose centre lies inside. */
    public static BitSet cellsInside(Geometry outline, RasterGrid grid) {
        OutlineScan scan = new OutlineScan(grid);
        outline.apply(scan.new Edges());
        return scan.fill();
    }

    /** Each ring is one sequence of the geometry; a segment runs from each vertex to the next. */
    private final class Edges implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence ring, int i) {
            if (i > 0) {
                cut(ring.getCoordinate(i - 1), ring.getCoordinate(i));
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }

    /** A segment cuts the lines at or above its lower end and below its upper end, so a vertex is cut once. */
    private void cut(Coordinate a, Coordinate b) {
        Coordinate low = a.y <= b.y ? a : b;
        Coordinate high = a.y <= b.y ? b : a;
        for (int row = firstRowFrom(low.y); row < grid.rows() && grid.centreNorthing(row) < high.y; row++) {
            double t = (grid.centreNorthing(row) - low.y) / (high.y - low.y);
            if (cuts[row] == cutsOfRow[row].length) {
                cutsOfRow[row] = Arrays.copyOf(cutsOfRow[row], 2 * cuts[row]);
            }
            cutsOfRow[row][cuts[row]++] = low.x + t * (high.x - low.x);
        }
    }

    private int firstRowFrom(double northing) {
        int row = (int) Math.max(0, Math.ceil((northing - grid.minNorthing()) / grid.cellMetres() - 0.5) - 1);
        while (row < grid.rows() && grid.centreNorthing(row) < northing) {
            row++;
        }
        return row;
    }

    private BitSet fill() {
        BitSet inside = new BitSet(grid.size());
        for (int row = 0; row < grid.rows(); row++) {
            double[] line = cutsOfRow[row];
            Arrays.sort(line, 0, cuts[row]);
            for (int k = 0; k + 1 < cuts[row]; k += 2) {
                int from = firstColumnFrom(line[k]);
                int to = firstColumnFrom(line[k + 1]);
                inside.set(row * grid.columns() + from, row * grid.columns() + to);
            }
        }
        return inside;
    }

    private int firstColumnFrom(double easting) {
        double column = Math.ceil((easting - grid.minEasting()) / grid.cellMetres() - 0.5);
        return (int) Math.min(Math.max(column, 0), grid.columns());
    }
}
