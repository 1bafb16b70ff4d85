package org.hotspots.kernel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinTask;

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

    /**
     * Points are equal if both coordinates are (0.0 equals -0.0). Many points are collapsed in two halves at the same
     * time, the second then added to the first; which halves depends on the number of points and on nothing else, so the
     * sums always have the same bits. Expected cost: linear.
     */
    static Collapse of(WeightedPoints points) {
        int[] placeOf = new int[points.count()];
        Table table = new Table();
        if (points.count() < WORTH_HALVING) {
            table.addAll(points, 0, points.count(), placeOf);
        } else {
            inHalves(points, table, placeOf);
        }
        return new Collapse(table.places(), placeOf);
    }

    private static void inHalves(WeightedPoints points, Table first, int[] placeOf) {
        int middle = points.count() / 2;
        Table second = new Table();
        ForkJoinTask<?> rest = ForkJoinTask.adapt(() -> second.addAll(points, middle, points.count(), placeOf))
                .fork();
        first.addAll(points, 0, middle, placeOf);
        rest.join();
        WeightedPoints others = second.places();
        int[] placeOfOther = new int[others.count()];
        first.addAll(others, 0, others.count(), placeOfOther);
        for (int i = middle; i < placeOf.length; i++) {
            placeOf[i] = placeOfOther[placeOf[i]];
        }
    }

    /**
     * Open addressing over place numbers. The table grows with the number of places, not of points, so that it stays in
     * the processor's cache where most points repeat; easting, northing and weight of a place stand side by side so that
     * one line of the cache has all three.
     */
    private static final class Table {
        private double[] places = new double[FIRST_SLOTS / 4 * 3];
        private int[] slots = new int[FIRST_SLOTS];
        private int count;

        void addAll(WeightedPoints points, int from, int to, int[] placeOf) {
            double[] eastings = points.eastings();
            double[] northings = points.northings();
            double[] weights = points.weights();
            for (int i = from; i < to; i++) {
                int place = placeAt(eastings[i], northings[i]);
                places[3 * place + 2] += weights[i];
                placeOf[i] = place;
            }
        }

        WeightedPoints places() {
            double[] eastings = new double[count];
            double[] northings = new double[count];
            double[] weights = new double[count];
            for (int place = 0; place < count; place++) {
                eastings[place] = places[3 * place];
                northings[place] = places[3 * place + 1];
                weights[place] = places[3 * place + 2];
            }
            return new WeightedPoints(eastings, northings, weights, count);
        }

        private int placeAt(double easting, double northing) {
            int mask = slots.length - 1;
            int slot = hash(easting, northing) & mask;
            while (slots[slot] != 0) {
                int place = slots[slot] - 1;
                if (places[3 * place] == easting && places[3 * place + 1] == northing) {
                    return place;
                }
                slot = (slot + 1) & mask;
            }
            if (4 * count == slots.length) {
                grow();
                return placeAt(easting, northing);
            }
            places[3 * count] = easting;
            places[3 * count + 1] = northing;
            slots[slot] = ++count;
            return count - 1;
        }

        private void grow() {
            places = Arrays.copyOf(places, 2 * places.length);
            slots = new int[2 * slots.length];
            int mask = slots.length - 1;
            for (int place = 0; place < count; place++) {
                int slot = hash(places[3 * place], places[3 * place + 1]) & mask;
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
