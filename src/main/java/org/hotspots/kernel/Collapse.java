package org.hotspots.kernel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Equal points made one. Recorded offences are snapped to streets and addresses, so a million of them lie on some
 * seventy thousand places; every kernel works on the places.
 *
 * @param places distinct points in order of first appearance; the weight is the sum of the weights there, added in the
 *     order of the points
 * @param placeOf for each point the index of its place
 */
@SuppressWarnings("ArrayRecordComponent")
record Collapse(WeightedPoints places, int[] placeOf) {

    private static final int FIRST_SLOTS = 1 << 12;
    private static final int WORTH_HALVING = 1 << 17;

    /** Points are equal if both coordinates are (0.0 equals -0.0). Expected cost: linear. */
    static Collapse of(WeightedPoints points) {
        int[] placeOf = new int[points.count()];
        Table table = new Table();
        table.addAll(points, 0, points.count(), placeOf);
        return new Collapse(table.places(), placeOf);
    }

    /**
     * The places alone. Many points are collapsed in two halves at the same time, the second then added to the first;
     * which halves depends on the number of points and on nothing else, so the sums always have the same bits.
     */
    static WeightedPoints places(WeightedPoints points) {
        int middle = points.count() < WORTH_HALVING ? points.count() : points.count() / 2;
        Table first = new Table();
        Table second = new Table();
        ForkJoinTask<?> rest = ForkJoinTask.adapt(() -> second.addAll(points, middle, points.count(), null))
                .fork();
        first.addAll(points, 0, middle, null);
        rest.join();
        WeightedPoints others = second.places();
        first.addAll(others, 0, others.count(), null);
        return first.places();
    }

    /**
     * Open addressing over place numbers. The table grows with the number of places, not of points, so that it stays in
     * the processor's cache where most points repeat.
     */
    private static final class Table {
        private double[] eastings = new double[FIRST_SLOTS / 2];
        private double[] northings = new double[FIRST_SLOTS / 2];
        private double[] weights = new double[FIRST_SLOTS / 2];
        private int[] slots = new int[FIRST_SLOTS];
        private int places;

        void addAll(WeightedPoints points, int from, int to, int @Nullable [] placeOf) {
            double[] pointEastings = points.eastings();
            double[] pointNorthings = points.northings();
            double[] pointWeights = points.weights();
            for (int i = from; i < to; i++) {
                int place = placeAt(pointEastings[i], pointNorthings[i]);
                weights[place] += pointWeights[i];
                if (placeOf != null) {
                    placeOf[i] = place;
                }
            }
        }

        WeightedPoints places() {
            return new WeightedPoints(eastings, northings, weights, places);
        }

        private int placeAt(double easting, double northing) {
            int mask = slots.length - 1;
            int slot = hash(easting, northing) & mask;
            while (slots[slot] != 0) {
                int place = slots[slot] - 1;
                if (eastings[place] == easting && northings[place] == northing) {
                    return place;
                }
                slot = (slot + 1) & mask;
            }
            if (places == eastings.length) {
                grow();
                return placeAt(easting, northing);
            }
            eastings[places] = easting;
            northings[places] = northing;
            slots[slot] = ++places;
            return places - 1;
        }

        private void grow() {
            eastings = Arrays.copyOf(eastings, 2 * places);
            northings = Arrays.copyOf(northings, 2 * places);
            weights = Arrays.copyOf(weights, 2 * places);
            slots = new int[2 * slots.length];
            int mask = slots.length - 1;
            for (int place = 0; place < places; place++) {
                int slot = hash(eastings[place], northings[place]) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = place + 1;
            }
        }

        /** Fibonacci hashing of both coordinates; adding 0.0 makes -0.0 and 0.0 one. */
        private static int hash(double easting, double northing) {
            long bits = Double.doubleToRawLongBits(easting + 0.0) * 0x9E3779B97F4A7C15L
                    + Double.doubleToRawLongBits(northing + 0.0);
            bits = (bits ^ (bits >>> 29)) * 0x9E3779B97F4A7C15L;
            return (int) (bits >>> 32);
        }
    }
}
