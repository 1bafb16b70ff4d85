package org.hotspots.kernel;

import org.hotspots.geo.Bounds;

/**
 * Points sorted into squares, so that those near a place are found without looking at all. Which points are met, and in
 * which order, does not depend on the side of the squares but for the order.
 */
final class NearPoints {
    private static final double MOST_SQUARES = 1 << 20;

    private final WeightedPoints points;
    private final Bounds bounds;
    private final double side;
    private final int columns;
    private final int rows;
    private final int[] starts;

    /** The points of square s are {@code order[starts[s]]} to {@code order[starts[s + 1] - 1]}. */
    private final int[] order;

    /** Meets one point. */
    @FunctionalInterface
    interface Visitor {
        void visit(int point, double squaredMetres);
    }

    /** @param reachMetres about how far will be looked; squares are half that, and larger where they would be too many */
    NearPoints(WeightedPoints points, double reachMetres) {
        this.points = points;
        this.bounds = points.count() == 0 ? new Bounds(0, 0, 0, 0) : points.bounds();
        double wanted = reachMetres / 2;
        while ((bounds.widthMetres() / wanted + 1) * (bounds.heightMetres() / wanted + 1) > MOST_SQUARES) {
            wanted *= 2;
        }
        this.side = wanted;
        this.columns = column(bounds.maxEasting()) + 1;
        this.rows = row(bounds.maxNorthing()) + 1;
        this.starts = new int[columns * rows + 1];
        this.order = new int[points.count()];
        sort();
    }

    private int column(double easting) {
        return (int) Math.floor((easting - bounds.minEasting()) / side);
    }

    private int row(double northing) {
        return (int) Math.floor((northing - bounds.minNorthing()) / side);
    }

    private void sort() {
        int[] squareOf = new int[points.count()];
        for (int i = 0; i < squareOf.length; i++) {
            squareOf[i] = row(points.northings()[i]) * columns + column(points.eastings()[i]);
            starts[squareOf[i] + 1]++;
        }
        for (int square = 1; square < starts.length; square++) {
            starts[square] += starts[square - 1];
        }
        int[] next = starts.clone();
        for (int i = 0; i < squareOf.length; i++) {
            order[next[squareOf[i]]++] = i;
        }
    }

    /** Every point at most so far away, by squares from the south-west, within a square in their own order. */
    void within(double easting, double northing, double metres, Visitor visitor) {
        int west = Math.max(column(easting - metres), 0);
        int east = Math.min(column(easting + metres), columns - 1);
        int north = Math.min(row(northing + metres), rows - 1);
        for (int row = Math.max(row(northing - metres), 0); row <= north && west <= east; row++) {
            int end = starts[row * columns + east + 1];
            for (int slot = starts[row * columns + west]; slot < end; slot++) {
                double across = points.eastings()[order[slot]] - easting;
                double up = points.northings()[order[slot]] - northing;
                double squared = across * across + up * up;
                if (squared <= metres * metres) {
                    visitor.visit(order[slot], squared);
                }
            }
        }
    }
}
