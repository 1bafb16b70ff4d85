package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.geo.Bounds;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection;
import org.hotspots.offence.Selection.Tally;

/**
 * The events of a run as weighted points.
 *
 * @param selection what was selected
 * @param inside the events of the area, one point a place, in the order of the places
 * @param weighted the same points, weighing what the question says; {@code inside} itself where every event weighs the
 *     same
 * @param around matching events that are mapped, but not inside, weighing what the question says
 * @param places place of each point inside
 */
@SuppressWarnings("ArrayRecordComponent")
record Events(
        Selection selection, WeightedPoints inside, WeightedPoints weighted, WeightedPoints around, int[] places) {

    static Events of(OffenceTable table, Selection selection) {
        Tally tally = selection.inside();
        WeightedPoints inside = points(table.places(), tally, tally.counts());
        return new Events(
                selection,
                inside,
                tally.weights() == tally.counts() ? inside : inside.weighing(tally.weights()),
                points(table.places(), selection.around(), selection.around().weights()),
                tally.places());
    }

    /** The same selection with other points; places are not told apart. */
    Events replacedBy(WeightedPoints events, WeightedPoints weights, WeightedPoints others) {
        return new Events(selection, events, weights, others, new int[0]);
    }

    long total() {
        return selection.inside().total();
    }

    /** Weight of all events inside. */
    double totalWeight() {
        return weighted.totalWeight();
    }

    /** Mean weight of the events inside that have one; 1 where none has. */
    double meanWeight() {
        long weighed = total() - selection.withoutWeight();
        return weighed == 0 ? 1 : totalWeight() / weighed;
    }

    /**
     * The events inside, weighted, followed by those around that lie within the bounds: what a surface over an area
     * needs, so that the area's edge is no edge of the data.
     */
    WeightedPoints withAround(Bounds reach) {
        WeightedPoints near = around.within(reach);
        if (near.count() == 0) {
            return weighted;
        }
        return new WeightedPoints(
                joined(weighted.eastings(), weighted.count(), near.eastings(), near.count()),
                joined(weighted.northings(), weighted.count(), near.northings(), near.count()),
                joined(weighted.weights(), weighted.count(), near.weights(), near.count()),
                weighted.count() + near.count());
    }

    private static double[] joined(double[] first, int firstCount, double[] second, int secondCount) {
        double[] all = Arrays.copyOf(first, firstCount + secondCount);
        System.arraycopy(second, 0, all, firstCount, secondCount);
        return all;
    }

    private static WeightedPoints points(OffenceTable.Places places, Tally tally, double[] weights) {
        int[] indexes = tally.places();
        double[] eastings = new double[indexes.length];
        double[] northings = new double[indexes.length];
        for (int k = 0; k < indexes.length; k++) {
            eastings[k] = places.eastings()[indexes[k]];
            northings[k] = places.northings()[indexes[k]];
        }
        return new WeightedPoints(eastings, northings, weights, indexes.length);
    }
}
