package org.hotspots.kernel;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.hotspots.geo.Bounds;

/**
 * Places sorted by squares of side eps or more, by rows of squares, so that everything within eps of a place lies in
 * three runs: its own square with those to its west and east, and the same in the rows of squares north and south.
 *
 * <p>Where squares of side eps would be too many (a stray point far away), they are larger; that costs time but changes
 * no result.
 */
final class EpsGrid {
    private static final double MOST_SQUARES = 1 << 22;
    private static final double ROUNDING = 1 + 1e-9;

    private final double eps2;
    private final int columns;
    private final int rows;
    private final int[] squareOf;
    private final int[] starts;
    private final double[] eastings;
    private final double[] northings;
    private final double[] weights;
    private final int[] slotOfPlace;

    private EpsGrid(WeightedPoints places, double eps, Bounds bounds, double mostSquares) {
        // Slightly more than eps, or two places exactly eps apart could by rounding stand two squares apart.
        double side = eps * ROUNDING;
        while ((bounds.widthMetres() / side + 1) * (bounds.heightMetres() / side + 1) > mostSquares) {
            side *= 2;
        }
        int count = places.count();
        this.eps2 = eps * eps;
        this.columns = (int) (bounds.widthMetres() / side) + 1;
        this.rows = (int) (bounds.heightMetres() / side) + 1;
        this.squareOf = new int[count];
        this.starts = new int[columns * rows + 1];
        this.eastings = new double[count];
        this.northings = new double[count];
        this.weights = new double[count];
        this.slotOfPlace = new int[count];
        sort(places, bounds, side);
    }

    static EpsGrid of(WeightedPoints places, double eps) {
        return of(places, eps, MOST_SQUARES);
    }

    /** With at most so many squares: fewer where the grid is made for a single look at few places. */
    static EpsGrid of(WeightedPoints places, double eps, double mostSquares) {
        return new EpsGrid(places, eps, places.count() == 0 ? new Bounds(0, 0, 0, 0) : places.bounds(), mostSquares);
    }

    /** A counting sort by square, which keeps the order of places within a square. */
    private void sort(WeightedPoints places, Bounds bounds, double side) {
        int[] squareOfPlace = new int[places.count()];
        for (int i = 0; i < squareOfPlace.length; i++) {
            int column = (int) ((places.eastings()[i] - bounds.minEasting()) / side);
            int row = (int) ((places.northings()[i] - bounds.minNorthing()) / side);
            squareOfPlace[i] = row * columns + column;
            starts[squareOfPlace[i] + 1]++;
        }
        for (int square = 1; square < starts.length; square++) {
            starts[square] += starts[square - 1];
        }
        int[] next = starts.clone();
        for (int i = 0; i < squareOfPlace.length; i++) {
            int slot = next[squareOfPlace[i]]++;
            slotOfPlace[i] = slot;
            squareOf[slot] = squareOfPlace[i];
            eastings[slot] = places.eastings()[i];
            northings[slot] = places.northings()[i];
            weights[slot] = places.weights()[i];
        }
    }

    /** Number of places; the other methods count them by slot, from 0, in the grid's order. */
    int size() {
        return weights.length;
    }

    /** Per place the slot it went to; the grid's own array. */
    int[] slotOfPlace() {
        return slotOfPlace;
    }

    /** Whether the places within eps of a slot, itself included, together weigh at least so much. */
    boolean weighsAtLeast(double least, int slot) {
        double weight = 0;
        double easting = eastings[slot];
        double northing = northings[slot];
        int own = squareOf[slot];
        int row = own / columns;
        for (int near = Math.max(row - 1, 0); near <= Math.min(row + 1, rows - 1); near++) {
            int end = runEnd(own, near);
            for (int j = runStart(own, near); j < end; j++) {
                double across = eastings[j] - easting;
                double up = northings[j] - northing;
                if (across * across + up * up <= eps2) {
                    weight += weights[j];
                    if (weight >= least) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What the places within eps of a slot, itself included, weigh together. */
    double weightWithin(int slot) {
        double weight = 0;
        int own = squareOf[slot];
        int row = own / columns;
        for (int near = Math.max(row - 1, 0); near <= Math.min(row + 1, rows - 1); near++) {
            int end = runEnd(own, near);
            for (int j = runStart(own, near); j < end; j++) {
                weight += isNear(slot, j) ? weights[j] : 0;
            }
        }
        return weight;
    }

    /** The same, of the slots whose bit is set. */
    double weightWithin(int slot, BitSet counted) {
        double weight = 0;
        int own = squareOf[slot];
        int row = own / columns;
        for (int near = Math.max(row - 1, 0); near <= Math.min(row + 1, rows - 1); near++) {
            int end = runEnd(own, near);
            for (int j = runStart(own, near); j < end; j++) {
                weight += isNear(slot, j) && counted.get(j) ? weights[j] : 0;
            }
        }
        return weight;
    }

    /** The slots within eps of a slot, itself included, whose bit is set. */
    int[] slotsWithin(int slot, BitSet counted) {
        int own = squareOf[slot];
        int row = own / columns;
        return IntStream.rangeClosed(Math.max(row - 1, 0), Math.min(row + 1, rows - 1))
                .flatMap(near -> IntStream.range(runStart(own, near), runEnd(own, near)))
                .filter(j -> isNear(slot, j) && counted.get(j))
                .toArray();
    }

    private boolean isNear(int slot, int other) {
        double across = eastings[other] - eastings[slot];
        double up = northings[other] - northings[slot];
        return across * across + up * up <= eps2;
    }

    /** Unites a core slot with every core slot after it that is within eps; each pair is met once, from its first. */
    void linkToLaterCores(int slot, boolean[] core, DisjointSets sets) {
        double easting = eastings[slot];
        double northing = northings[slot];
        int own = squareOf[slot];
        int row = own / columns;
        for (int near = row; near <= Math.min(row + 1, rows - 1); near++) {
            int end = runEnd(own, near);
            for (int j = near == row ? slot + 1 : runStart(own, near); j < end; j++) {
                double across = eastings[j] - easting;
                double up = northings[j] - northing;
                if (across * across + up * up <= eps2 && core[j]) {
                    sets.unite(slot, j);
                }
            }
        }
    }

    /** The lowest number among the clusters of core slots within eps, or {@link Dbscan#NOISE}. */
    int lowestClusterAround(int slot, boolean[] core, int[] cluster) {
        int lowest = Integer.MAX_VALUE;
        int own = squareOf[slot];
        int row = own / columns;
        for (int near = Math.max(row - 1, 0); near <= Math.min(row + 1, rows - 1); near++) {
            int end = runEnd(own, near);
            for (int j = runStart(own, near); j < end; j++) {
                double across = eastings[j] - eastings[slot];
                double up = northings[j] - northings[slot];
                if (core[j] && across * across + up * up <= eps2) {
                    lowest = Math.min(lowest, cluster[j]);
                }
            }
        }
        return lowest == Integer.MAX_VALUE ? Dbscan.NOISE : lowest;
    }

    private int runStart(int square, int row) {
        return starts[row * columns + Math.max(square % columns - 1, 0)];
    }

    private int runEnd(int square, int row) {
        return starts[row * columns + Math.min(square % columns + 1, columns - 1) + 1];
    }
}
