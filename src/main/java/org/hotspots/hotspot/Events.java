package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.geo.Bounds;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection;
import org.hotspots.offence.Selection.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run as weighted points.
 *
 * @param selection what was selected
 * @param inside the events of the area, one point a place, in the order of the places
 * @param places place of each of these points
 */
@SuppressWarnings("ArrayRecordComponent")
record Events(Selection selection, WeightedPoints inside, int[] places) {

    static Events of(OffenceTable table, Selection selection) {
        Tally inside = selection.inside();
        return new Events(selection, counted(table.places(), inside), inside.places());
    }

    long total() {
        return selection.inside().total();
    }

    /** The same points, weighing what the question says; {@link #inside} itself where every event weighs the same. */
    WeightedPoints weighted() {
        Tally tally = selection.inside();
        return tally.weights() == tally.counts()
                ? inside
                : new WeightedPoints(inside.eastings(), inside.northings(), tally.weights(), inside.count());
    }

    /** Weight of all events inside. */
    double totalWeight() {
        return weighted().totalWeight();
    }

    /** Mean weight of the events inside that have one; 1 where none has. */
    double meanWeight() {
        long weighed = total() - selection.withoutWeight();
        return weighed == 0 ? 1 : totalWeight() / weighed;
    }

    private static WeightedPoints counted(OffenceTable.Places places, Tally tally) {
        return points(places, tally.places(), tally.counts(), null);
    }

    /**
     * The events inside, weighted, followed by those around that lie within the bounds: what a surface over an area
     * needs, so that the area's edge is no edge of the data.
     */
    WeightedPoints withAround(OffenceTable table, Bounds reach) {
        Tally others = selection.around();
        WeightedPoints around = points(table.places(), others.places(), others.weights(), reach);
        WeightedPoints inside = weighted();
        if (around.count() == 0) {
            return inside;
        }
        return new WeightedPoints(
                joined(inside.eastings(), inside.count(), around.eastings(), around.count()),
                joined(inside.northings(), inside.count(), around.northings(), around.count()),
                joined(inside.weights(), inside.count(), around.weights(), around.count()),
                inside.count() + around.count());
    }

    private static double[] joined(double[] first, int firstCount, double[] second, int secondCount) {
        double[] all = Arrays.copyOf(first, firstCount + secondCount);
        System.arraycopy(second, 0, all, firstCount, secondCount);
        return all;
    }

    private static WeightedPoints points(
            OffenceTable.Places places, int[] indexes, double[] weightAt, @Nullable Bounds bounds) {
        double[] eastings = new double[indexes.length];
        double[] northings = new double[indexes.length];
        double[] weights = new double[indexes.length];
        int count = 0;
        for (int k = 0; k < indexes.length; k++) {
            double easting = places.eastings()[indexes[k]];
            double northing = places.northings()[indexes[k]];
            if (bounds == null || bounds.contains(easting, northing)) {
                eastings[count] = easting;
                northings[count] = northing;
                weights[count] = weightAt[k];
                count++;
            }
        }
        return new WeightedPoints(eastings, northings, weights, count);
    }
}
