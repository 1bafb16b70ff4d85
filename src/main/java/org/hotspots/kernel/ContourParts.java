package org.hotspots.kernel;

import java.util.Arrays;
import org.hotspots.geo.RasterGrid;

/**
 * Which part of {@link Contours#above} a point lies in, without drawing any part: for each point the four centres around
 * it and the straight outline between them, and for the parts a fill from centre to centre along the lines that lie above
 * the threshold, and across saddles whose middle does.
 */
public final class ContourParts {
    /** The number of a point outside every part. */
    public static final int OUTSIDE = -1;

    private final RasterGrid grid;
    private final double[] values;
    private final double threshold;
    private final int[] partOfCell;
    private int[] open = new int[64];
    private int parts;

    private ContourParts(Raster raster, double threshold) {
        this.grid = raster.grid();
        this.values = raster.values();
        this.threshold = threshold;
        this.partOfCell = new int[grid.size()];
        Arrays.fill(partOfCell, OUTSIDE);
    }

    /**
     * The part of each point, numbered from 0 in the order of the points; {@link #OUTSIDE} for points in none, and for
     * those off the grid. A point on an outline is inside. Cost: the cells of the grid, once, the points, and the cells
     * above the threshold.
     *
     * @param threshold in the raster's unit, not NaN
     */
    public static int[] of(Raster raster, double threshold, WeightedPoints points) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold=NaN: a number");
        }
        ContourParts parts = new ContourParts(raster, threshold);
        int[] partOf = new int[points.count()];
        for (int i = 0; i < partOf.length; i++) {
            partOf[i] = parts.partAt(points.eastings()[i], points.northings()[i]);
        }
        return partOf;
    }

    private int partAt(double easting, double northing) {
        double across = (easting - grid.minEasting()) / grid.cellMetres();
        double up = (northing - grid.minNorthing()) / grid.cellMetres();
        if (!(across >= 0 && across <= grid.columns() && up >= 0 && up <= grid.rows())) {
            return OUTSIDE;
        }
        // In the outer half of the border cells the border values go on unchanged.
        double x = Math.min(Math.max(across - 0.5, 0), grid.columns() - 1);
        double y = Math.min(Math.max(up - 0.5, 0), grid.rows() - 1);
        int column = (int) Math.min(x, Math.max(grid.columns() - 2, 0));
        int row = (int) Math.min(y, Math.max(grid.rows() - 2, 0));
        int corner = cornerOf(square(column, row), x - column, y - row);
        return corner < 0 ? OUTSIDE : part(corner);
    }

    /** South-west, south-east, north-west and north-east cell; a grid of one row or column has its cells twice. */
    private int[] square(int column, int row) {
        int here = row * grid.columns() + column;
        int right = column + 1 < grid.columns() ? 1 : 0;
        int above = row + 1 < grid.rows() ? grid.columns() : 0;
        return new int[] {here, here + right, here + above, here + above + right};
    }

    /** A cell that the point hangs together with, or -1 where the outline leaves the point out. */
    private int cornerOf(int[] square, double x, double y) {
        int above = 0;
        for (int cell : square) {
            above += isAbove(cell) ? 1 : 0;
        }
        if (above == 0) {
            return -1;
        }
        if (above == 2 && isAbove(square[0]) == isAbove(square[3])) {
            return saddle(square, x, y);
        }
        if (above == 2) {
            return isBetween(square, x, y) ? aboveOf(square) : -1;
        }
        for (int k = 0; k < 4; k++) {
            if (above == 1 && isAbove(square[k])) {
                return isCutOff(square, k, x, y) ? square[k] : -1;
            }
            if (above == 3 && !isAbove(square[k])) {
                return isCutOff(square, k, x, y) ? -1 : aboveOf(square);
            }
        }
        return aboveOf(square);
    }

    private int saddle(int[] square, double x, double y) {
        int first = isAbove(square[0]) ? 0 : 1;
        if (!isJoined(square)) {
            if (isCutOff(square, first, x, y)) {
                return square[first];
            }
            return isCutOff(square, 3 - first, x, y) ? square[3 - first] : -1;
        }
        boolean out = isCutOff(square, 1 - first, x, y) || isCutOff(square, 2 + first, x, y);
        return out ? -1 : square[first];
    }

    /** Whether the straight outline that cuts corner k off has the point on the corner's side. */
    private boolean isCutOff(int[] square, int k, double x, double y) {
        double alongX = (k & 1) == 0 ? x : 1 - x;
        double alongY = (k & 2) == 0 ? y : 1 - y;
        double legX = crossing(square[k], square[k ^ 1]);
        double legY = crossing(square[k], square[k ^ 2]);
        double side = alongX * legY + alongY * legX - legX * legY;
        return isAbove(square[k]) ? side <= 0 : side < 0;
    }

    /** Of a square cut in two, from side to side. */
    private boolean isBetween(int[] square, double x, double y) {
        boolean upright = isAbove(square[0]) == isAbove(square[2]);
        double along = upright ? x : y;
        double across = upright ? y : x;
        int other = upright ? 1 : 2;
        double start = crossing(square[0], square[other]);
        double end = crossing(square[3 - other], square[3]);
        double outline = start + across * (end - start);
        return isAbove(square[0]) ? along <= outline : along >= outline;
    }

    /** How far along the line from one cell to another the surface meets the threshold, from 0 to 1. */
    private double crossing(int from, int to) {
        double drop = values[from] - values[to];
        return drop == 0 ? 1 : (values[from] - threshold) / drop;
    }

    private boolean isJoined(int[] square) {
        double south = values[square[0]];
        double north = values[square[3]];
        double east = values[square[1]];
        double west = values[square[2]];
        return (south * north - west * east) / (south + north - west - east) >= threshold;
    }

    private int aboveOf(int[] square) {
        for (int cell : square) {
            if (isAbove(cell)) {
                return cell;
            }
        }
        return -1;
    }

    private boolean isAbove(int cell) {
        return values[cell] >= threshold;
    }

    private int part(int cell) {
        if (partOfCell[cell] == OUTSIDE) {
            fill(cell, parts++);
        }
        return partOfCell[cell];
    }

    private void fill(int start, int part) {
        partOfCell[start] = part;
        open[0] = start;
        int waiting = 1;
        while (waiting > 0) {
            int cell = open[--waiting];
            int column = cell % grid.columns();
            int row = cell / grid.columns();
            for (int up = -1; up <= 1; up++) {
                for (int across = -1; across <= 1; across++) {
                    int neighbour = neighbour(column, row, across, up);
                    if (neighbour >= 0 && partOfCell[neighbour] == OUTSIDE) {
                        partOfCell[neighbour] = part;
                        open = waiting == open.length ? Arrays.copyOf(open, 2 * waiting) : open;
                        open[waiting++] = neighbour;
                    }
                }
            }
        }
    }

    /** A cell beside this one that hangs together with it, or -1. */
    private int neighbour(int column, int row, int across, int up) {
        int toColumn = column + across;
        int toRow = row + up;
        if (toColumn < 0 || toColumn >= grid.columns() || toRow < 0 || toRow >= grid.rows()) {
            return -1;
        }
        int cell = toRow * grid.columns() + toColumn;
        if (!isAbove(cell) || across == 0 || up == 0) {
            return isAbove(cell) ? cell : -1;
        }
        // Diagonal neighbours whose other corners are below hang together only across the saddle.
        int[] square = square(Math.min(column, toColumn), Math.min(row, toRow));
        boolean alone = !isAbove(row * grid.columns() + toColumn) && !isAbove(toRow * grid.columns() + column);
        return !alone || isJoined(square) ? cell : -1;
    }
}
