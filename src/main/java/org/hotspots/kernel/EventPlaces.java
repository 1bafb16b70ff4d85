package org.hotspots.kernel;

import java.util.Arrays;

/**
 * Events at their distinct places: what a method needs that counts events and looks at the distances between them. Points
 * of weight 0 are left out.
 *
 * @param eastings metres, one a place
 * @param northings metres, one a place
 * @param counts events at each place, at least 1
 * @param placeOf for each point its place, or -1 for a point of weight 0
 * @param events sum of the counts
 */
@SuppressWarnings("ArrayRecordComponent")
record EventPlaces(double[] eastings, double[] northings, int[] counts, int[] placeOf, int events) {

    /** Throws IllegalArgumentException where a weight is not a whole number of events. */
    static EventPlaces of(WeightedPoints points) {
        Collapse collapse = Collapse.of(points);
        WeightedPoints all = collapse.places();
        int[] number = new int[all.count()];
        double[] eastings = new double[all.count()];
        double[] northings = new double[all.count()];
        int[] counts = new int[all.count()];
        int places = 0;
        long events = 0;
        for (int i = 0; i < all.count(); i++) {
            number[i] = -1;
            if (all.weights()[i] > 0) {
                eastings[places] = all.eastings()[i];
                northings[places] = all.northings()[i];
                counts[places] = whole(all.weights()[i]);
                events += counts[places];
                number[i] = places++;
            }
        }
        int[] placeOf = new int[points.count()];
        for (int i = 0; i < placeOf.length; i++) {
            placeOf[i] = number[collapse.placeOf()[i]];
        }
        return new EventPlaces(
                Arrays.copyOf(eastings, places),
                Arrays.copyOf(northings, places),
                Arrays.copyOf(counts, places),
                placeOf,
                Math.toIntExact(events));
    }

    private static int whole(double weight) {
        int count = (int) weight;
        if (count != weight) {
            throw new IllegalArgumentException("weight=" + weight + ": a whole number of events");
        }
        return count;
    }

    /** Number of places. */
    int size() {
        return counts.length;
    }

    /** The places as points, their counts as weights. */
    WeightedPoints points() {
        double[] weights = new double[counts.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts[i];
        }
        return new WeightedPoints(eastings, northings, weights, weights.length);
    }

    /** The label of each point, given that of each place; points of weight 0 have the label of none. */
    int[] perPoint(int[] labelOfPlace, int none) {
        int[] label = new int[placeOf.length];
        for (int i = 0; i < label.length; i++) {
            label[i] = placeOf[i] < 0 ? none : labelOfPlace[placeOf[i]];
        }
        return label;
    }
}
