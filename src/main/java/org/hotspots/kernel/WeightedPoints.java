package org.hotspots.kernel;

import java.util.Arrays;
import org.hotspots.geo.Bounds;

/**
 * Points of the British National Grid with weights, as flat arrays of which the first {@code count} values are used. A
 * weight of w stands for w offences at the point, so a point of weight 2 and two equal points of weight 1 mean the same
 * to every kernel.
 *
 * <p>The arrays are not copied: they belong to the record from then on and nobody writes to them.
 *
 * @param eastings metres, finite
 * @param northings metres, finite
 * @param weights finite, not below 0
 * @param count how many of the values are used, at most the length of each array
 */
@SuppressWarnings("ArrayRecordComponent")
public record WeightedPoints(double[] eastings, double[] northings, double[] weights, int count) {

    public WeightedPoints {
        int room = Math.min(eastings.length, Math.min(northings.length, weights.length));
        if (count < 0 || count > room) {
            throw new IllegalArgumentException("count=" + count + ": from 0 to " + room + ", the room in the arrays");
        }
        if (!allSound(eastings, northings, weights, count)) {
            throw new IllegalArgumentException("points must be finite and weights not below 0; "
                    + describeFirstFault(eastings, northings, weights));
        }
    }

    /** Every point with weight 1. */
    public static WeightedPoints unweighted(double[] eastings, double[] northings) {
        double[] weights = new double[eastings.length];
        Arrays.fill(weights, 1);
        return new WeightedPoints(eastings, northings, weights, eastings.length);
    }

    /** Equal points made one, their weights added; in the order of first appearance. */
    public WeightedPoints collapsed() {
        return Collapse.of(this).places();
    }

    /** The same points with other weights, one for each. */
    public WeightedPoints weighing(double[] others) {
        return new WeightedPoints(eastings, northings, others, count);
    }

    /** The points so far to the east and north. */
    public WeightedPoints movedBy(double eastMetres, double northMetres) {
        double[] movedEastings = new double[count];
        double[] movedNorthings = new double[count];
        for (int i = 0; i < count; i++) {
            movedEastings[i] = eastings[i] + eastMetres;
            movedNorthings[i] = northings[i] + northMetres;
        }
        return new WeightedPoints(movedEastings, movedNorthings, weights, count);
    }

    /** The points in the bounds, in their order. */
    public WeightedPoints within(Bounds bounds) {
        double[] nearEastings = new double[count];
        double[] nearNorthings = new double[count];
        double[] nearWeights = new double[count];
        int near = 0;
        for (int i = 0; i < count; i++) {
            if (bounds.contains(eastings[i], northings[i])) {
                nearEastings[near] = eastings[i];
                nearNorthings[near] = northings[i];
                nearWeights[near] = weights[i];
                near++;
            }
        }
        return new WeightedPoints(nearEastings, nearNorthings, nearWeights, near);
    }

    /** Sum of the weights. */
    public double totalWeight() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weights[i];
        }
        return total;
    }

    /** The smallest rectangle around the points. Throws IllegalStateException where there are none. */
    public Bounds bounds() {
        if (count == 0) {
            throw new IllegalStateException("no points, so no bounds");
        }
        double west = eastings[0];
        double east = west;
        double south = northings[0];
        double north = south;
        for (int i = 1; i < count; i++) {
            west = Math.min(west, eastings[i]);
            east = Math.max(east, eastings[i]);
            south = Math.min(south, northings[i]);
            north = Math.max(north, northings[i]);
        }
        return new Bounds(west, south, east, north);
    }

    /** One pass without branches: 0 x is 0 for a finite x and NaN otherwise. */
    private static boolean allSound(double[] eastings, double[] northings, double[] weights, int count) {
        double eastingFaults = 0;
        double northingFaults = 0;
        double weightFaults = 0;
        double least = 0;
        for (int i = 0; i < count; i++) {
            eastingFaults += 0 * eastings[i];
            northingFaults += 0 * northings[i];
            weightFaults += 0 * weights[i];
            least = Math.min(least, weights[i]);
        }
        return eastingFaults == 0 && northingFaults == 0 && weightFaults == 0 && least >= 0;
    }

    private static String describeFirstFault(double[] eastings, double[] northings, double[] weights) {
        int i = 0;
        while (Double.isFinite(eastings[i])
                && Double.isFinite(northings[i])
                && weights[i] >= 0
                && weights[i] < Double.POSITIVE_INFINITY) {
            i++;
        }
        return "point " + i + " is " + eastings[i] + "," + northings[i] + " with weight " + weights[i];
    }
}
