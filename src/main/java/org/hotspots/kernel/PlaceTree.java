package org.hotspots.kernel;

import java.util.Arrays;

/**
 * A k-d tree of places (Bentley 1975): how far one must go from a place to meet so many events. The tree is the order of
 * the places: the middle of a range splits it, eastings and northings by turns.
 *
 * <p>Not safe for concurrent use: a search keeps its candidates in the tree.
 */
final class PlaceTree {
    private static final int LEAF = 8;

    private final double[] eastings;
    private final double[] northings;
    private final int[] counts;
    private final Nearest nearest = new Nearest();

    private PlaceTree(EventPlaces places) {
        this.eastings = places.eastings().clone();
        this.northings = places.northings().clone();
        this.counts = places.counts().clone();
        split(0, counts.length, true);
    }

    /** Expected cost: places times their logarithm. */
    static PlaceTree of(EventPlaces places) {
        return new PlaceTree(places);
    }

    /**
     * The least distance in metres within which at least so many events lie; infinite where there are fewer altogether.
     * Expected cost: the logarithm of the places, and the places met.
     *
     * @param leastEvents at least 1; those at the point itself count
     */
    double reach(double easting, double northing, int leastEvents) {
        nearest.start(leastEvents);
        search(0, counts.length, true, easting, northing);
        return Math.sqrt(nearest.bound());
    }

    private void search(int from, int to, boolean byEasting, double easting, double northing) {
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                offer(i, easting, northing);
            }
            return;
        }
        int middle = (from + to) >>> 1;
        double beyond = byEasting ? easting - eastings[middle] : northing - northings[middle];
        if (beyond <= 0) {
            search(from, middle, !byEasting, easting, northing);
        } else {
            search(middle + 1, to, !byEasting, easting, northing);
        }
        offer(middle, easting, northing);
        if (beyond * beyond <= nearest.bound()) {
            if (beyond <= 0) {
                search(middle + 1, to, !byEasting, easting, northing);
            } else {
                search(from, middle, !byEasting, easting, northing);
            }
        }
    }

    private void offer(int i, double easting, double northing) {
        double across = eastings[i] - easting;
        double up = northings[i] - northing;
        nearest.offer(across * across + up * up, counts[i]);
    }

    /** Puts a range in the tree's order: not greater before the middle, not less after it. */
    private void split(int from, int to, boolean byEasting) {
        if (to - from <= LEAF) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, byEasting ? eastings : northings);
        split(from, middle, !byEasting);
        split(middle + 1, to, !byEasting);
    }

    /** Hoare's selection: the range is parted until place k is where sorting would put it. */
    private void select(int first, int last, int k, double[] values) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private void swap(int i, int j) {
        double easting = eastings[i];
        double northing = northings[i];
        int count = counts[i];
        eastings[i] = eastings[j];
        northings[i] = northings[j];
        counts[i] = counts[j];
        eastings[j] = easting;
        northings[j] = northing;
        counts[j] = count;
    }

    /** The nearest places met so far that together have enough events, farthest first: a heap in two arrays. */
    private static final class Nearest {
        private double[] squares = new double[16];
        private int[] counts = new int[16];
        private int size;
        private long events;
        private int leastEvents;

        void start(int least) {
            size = 0;
            events = 0;
            leastEvents = least;
        }

        /** Square of the distance within which there are enough; infinite as long as there are not. */
        double bound() {
            return events >= leastEvents ? squares[0] : Double.POSITIVE_INFINITY;
        }

        void offer(double square, int count) {
            if (square >= bound()) {
                return;
            }
            push(square, count);
            while (events - counts[0] >= leastEvents) {
                pop();
            }
        }

        private void push(double square, int count) {
            if (size == squares.length) {
                squares = Arrays.copyOf(squares, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            int at = size++;
            while (at > 0 && squares[(at - 1) >>> 1] < square) {
                squares[at] = squares[(at - 1) >>> 1];
                counts[at] = counts[(at - 1) >>> 1];
                at = (at - 1) >>> 1;
            }
            squares[at] = square;
            counts[at] = count;
            events += count;
        }

        private void pop() {
            events -= counts[0];
            double square = squares[--size];
            int count = counts[size];
            int at = 0;
            while (2 * at + 1 < size) {
                int child = 2 * at + 1;
                if (child + 1 < size && squares[child + 1] > squares[child]) {
                    child++;
                }
                if (squares[child] <= square) {
                    break;
                }
                squares[at] = squares[child];
                counts[at] = counts[child];
                at = child;
            }
            squares[at] = square;
            counts[at] = count;
        }
    }
}
