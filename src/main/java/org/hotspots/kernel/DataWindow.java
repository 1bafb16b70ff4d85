package org.hotspots.kernel;

import java.util.BitSet;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.RasterGrid;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground that the data come from: beyond it events may happen, but nobody recorded them. Kept as a mask of cells, with
 * the area of any rectangle of it at hand. Immutable; safe for concurrent use.
 *
 * <p>What is told about the mass of a kernel is exact for the mask up to the midpoint rule on {@value #NODES_A_SIDE} x
 * {@value #NODES_A_SIDE} squares over the kernel, whose error is below 0.2 % of the kernel's mass; the mask itself
 * differs from the outline by up to half a cell.
 */
public final class DataWindow {
    private static final int NODES_A_SIDE = 21;
    private static final int DIRECTIONS = 64;
    private static final double[] COSINES = new double[DIRECTIONS];
    private static final double[] SINES = new double[DIRECTIONS];

    static {
        for (int k = 0; k < DIRECTIONS; k++) {
            COSINES[k] = StrictMath.cos(2 * Math.PI * (k + 0.5) / DIRECTIONS);
            SINES[k] = StrictMath.sin(2 * Math.PI * (k + 0.5) / DIRECTIONS);
        }
    }

    private final RasterGrid grid;
    private final BitSet inside;
    private final double areaM2;
    private final double diameterMetres;
    private final Bounds bounds;

    /** Cells inside that lie south-west of a node of the grid: {@code [row * (columns + 1) + column]}. */
    private final int[] cellsSouthWest;

    private DataWindow(Geometry outline, RasterGrid grid) {
        this.grid = grid;
        this.inside = OutlineScan.cellsInside(outline, grid);
        this.areaM2 = outline.getArea();
        this.diameterMetres = diameter(outline);
        Envelope box = outline.getEnvelopeInternal();
        this.bounds = new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        this.cellsSouthWest = sums();
    }

    /**
     * @param outline polygonal, not empty, in the coordinates of the points
     * @param cellMetres side of the mask's cells, above 0
     */
    public static DataWindow of(Geometry outline, double cellMetres) {
        Envelope box = outline.getEnvelopeInternal();
        if (!(outline.getArea() > 0)) {
            throw new IllegalArgumentException("a window needs an area: " + outline.getGeometryType());
        }
        Bounds bounds = new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        return new DataWindow(outline, RasterGrid.covering(bounds, cellMetres));
    }

    private int[] sums() {
        int columns = grid.columns();
        int[] sums = new int[(columns + 1) * (grid.rows() + 1)];
        for (int row = 0; row < grid.rows(); row++) {
            int inRow = 0;
            for (int column = 0; column < columns; column++) {
                inRow += inside.get(row * columns + column) ? 1 : 0;
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + inRow;
            }
        }
        return sums;
    }

    private static double diameter(Geometry outline) {
        Coordinate[] corners = new ConvexHull(outline).getConvexHull().getCoordinates();
        double most = 0;
        for (Coordinate one : corners) {
            for (Coordinate other : corners) {
                most = Math.max(most, one.distance(other));
            }
        }
        return most;
    }

    /** Area of the outline. */
    public double areaM2() {
        return areaM2;
    }

    /** The greatest distance between two of its points. */
    public double diameterMetres() {
        return diameterMetres;
    }

    /** The smallest rectangle around the outline. */
    public Bounds bounds() {
        return bounds;
    }

    /** Whether a point lies in a cell of the mask. */
    public boolean contains(double easting, double northing) {
        int column = (int) Math.floor((easting - grid.minEasting()) / grid.cellMetres());
        int row = (int) Math.floor((northing - grid.minNorthing()) / grid.cellMetres());
        return column >= 0
                && column < grid.columns()
                && row >= 0
                && row < grid.rows()
                && inside.get(row * grid.columns() + column);
    }

    /** Whether a point lies in a cell of the mask or less than half a cell from one. */
    boolean isNear(double easting, double northing) {
        double half = grid.cellMetres() / 2;
        return contains(easting, northing)
                || contains(easting - half, northing - half)
                || contains(easting + half, northing - half)
                || contains(easting - half, northing + half)
                || contains(easting + half, northing + half);
    }

    /**
     * The share of a kernel's mass that falls on the ground of the data, from 0 to 1; exactly 1 where the square around
     * the kernel has no border in it. Cost: 21 x 21 kernel values where there is a border in reach, else a few steps.
     */
    public double share(Kernel kernel, double easting, double northing) {
        double reach = kernel.reachMetres();
        if (isAllInside(easting, northing, reach)) {
            return 1;
        }
        if (isAllOutside(easting, northing, reach)) {
            return 0;
        }
        double step = 2 * reach / NODES_A_SIDE;
        double[] south = new double[NODES_A_SIDE + 1];
        double[] north = new double[NODES_A_SIDE + 1];
        cornerLine(easting - reach, northing - reach, step, south);
        double mass = 0;
        for (int row = 0; row < NODES_A_SIDE; row++) {
            cornerLine(easting - reach, northing - reach + (row + 1) * step, step, north);
            double[] weights = Nodes.of(kernel.shape())[row];
            for (int column = 0; column < NODES_A_SIDE; column++) {
                mass += weights[column] * (north[column + 1] - north[column] - south[column + 1] + south[column]);
            }
            double[] used = south;
            south = north;
            north = used;
        }
        double cellsAStep = step / grid.cellMetres();
        return Math.min(mass / (cellsAStep * cellsAStep), 1);
    }

    /**
     * The share of a circle that lies on the ground of the data: of {@value #DIRECTIONS} points on it, those in a cell of
     * the mask; at least one of them, so that nobody divides by 0. Exactly 1 where the square around it has no border.
     */
    double shareOfCircle(double easting, double northing, double radiusMetres) {
        if (isAllInside(easting, northing, radiusMetres)) {
            return 1;
        }
        int hits = 0;
        for (int k = 0; k < DIRECTIONS; k++) {
            hits += contains(easting + radiusMetres * COSINES[k], northing + radiusMetres * SINES[k]) ? 1 : 0;
        }
        return Math.max(hits, 1) / (double) DIRECTIONS;
    }

    private boolean isAllInside(double easting, double northing, double reach) {
        int west = (int) Math.floor((easting - reach - grid.minEasting()) / grid.cellMetres());
        int south = (int) Math.floor((northing - reach - grid.minNorthing()) / grid.cellMetres());
        int east = (int) Math.ceil((easting + reach - grid.minEasting()) / grid.cellMetres());
        int north = (int) Math.ceil((northing + reach - grid.minNorthing()) / grid.cellMetres());
        if (west < 0 || south < 0 || east > grid.columns() || north > grid.rows()) {
            return false;
        }
        int cells = sum(east, north) - sum(west, north) - sum(east, south) + sum(west, south);
        return cells == (east - west) * (north - south);
    }

    private boolean isAllOutside(double easting, double northing, double reach) {
        int west = column(easting - reach, 0);
        int east = column(easting + reach, 1);
        int south = row(northing - reach, 0);
        int north = row(northing + reach, 1);
        return sum(east, north) - sum(west, north) - sum(east, south) + sum(west, south) == 0;
    }

    private int column(double easting, int more) {
        double column = Math.floor((easting - grid.minEasting()) / grid.cellMetres()) + more;
        return (int) Math.min(Math.max(column, 0), grid.columns());
    }

    private int row(double northing, int more) {
        double row = Math.floor((northing - grid.minNorthing()) / grid.cellMetres()) + more;
        return (int) Math.min(Math.max(row, 0), grid.rows());
    }

    private int sum(int column, int row) {
        return cellsSouthWest[row * (grid.columns() + 1) + column];
    }

    /** Cells inside south-west of the points of a line to the east; within a cell of the mask this is bilinear. */
    private void cornerLine(double west, double northing, double step, double[] line) {
        double up = Math.min(Math.max((northing - grid.minNorthing()) / grid.cellMetres(), 0), grid.rows());
        int row = (int) Math.min(up, grid.rows() - 1);
        double north = up - row;
        for (int k = 0; k < line.length; k++) {
            double across =
                    Math.min(Math.max((west + k * step - grid.minEasting()) / grid.cellMetres(), 0), grid.columns());
            int column = (int) Math.min(across, grid.columns() - 1);
            double east = across - column;
            double bottom = sum(column, row) + east * (sum(column + 1, row) - sum(column, row));
            double top = sum(column, row + 1) + east * (sum(column + 1, row + 1) - sum(column, row + 1));
            line[k] = bottom + north * (top - bottom);
        }
    }

    /** A kernel's mass in each of the squares over it, by the value at the square's centre, scaled to come to 1. */
    private static final class Nodes {
        private static final double[][] QUARTIC = weights(Kernel.quartic(1));
        private static final double[][] GAUSSIAN = weights(Kernel.gaussian(1));

        static double[][] of(Kernel.Shape shape) {
            return shape == Kernel.Shape.QUARTIC ? QUARTIC : GAUSSIAN;
        }

        private static double[][] weights(Kernel kernel) {
            double[][] weights = new double[NODES_A_SIDE][NODES_A_SIDE];
            double step = 2 * kernel.reachMetres() / NODES_A_SIDE;
            double sum = 0;
            for (int row = 0; row < NODES_A_SIDE; row++) {
                for (int column = 0; column < NODES_A_SIDE; column++) {
                    double across = (column - NODES_A_SIDE / 2) * step;
                    double up = (row - NODES_A_SIDE / 2) * step;
                    weights[row][column] = kernel.perM2(across * across + up * up);
                    sum += weights[row][column];
                }
            }
            for (double[] row : weights) {
                for (int column = 0; column < NODES_A_SIDE; column++) {
                    row[column] /= sum;
                }
            }
            return weights;
        }
    }
}
