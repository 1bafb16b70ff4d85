package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.geo.Bounds;
import org.hotspots.hotspot.Perturbation.Offset;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection;
import org.hotspots.offence.Selection.Tally;

/**
 * The events of a run as weighted points.
 *
 * @param selection what was selected
 * @param inside the events of the area, one point a place, in the order of the places
 * @param around matching events that are mapped, but not inside
 * @param places place of each point inside
 */
@SuppressWarnings("ArrayRecordComponent")
record Events(Selection selection, WeightedPoints inside, WeightedPoints around, int[] places) {

    static Events of(OffenceTable table, Selection selection) {
        return new Events(
                selection,
                points(table.places(), selection.inside()),
                points(table.places(), selection.around()),
                selection.inside().places());
    }

    long total() {
        return selection.inside().total();
    }

    /**
     * The events inside, followed by those around that lie within the bounds: what a surface over an area needs, so that
     * the area's edge is no edge of the data.
     */
    WeightedPoints withAround(Bounds reach) {
        WeightedPoints near = within(around, reach);
        if (near.count() == 0) {
            return inside;
        }
        return new WeightedPoints(
                joined(inside.eastings(), inside.count(), near.eastings(), near.count()),
                joined(inside.northings(), inside.count(), near.northings(), near.count()),
                joined(inside.weights(), inside.count(), near.weights(), near.count()),
                inside.count() + near.count());
    }

    /** The same events on moved ground. */
    Events movedBy(Offset offset) {
        return new Events(selection, moved(inside, offset), moved(around, offset), places);
    }

    private static WeightedPoints moved(WeightedPoints points, Offset offset) {
        double[] eastings = new double[points.count()];
        double[] northings = new double[points.count()];
        for (int i = 0; i < points.count(); i++) {
            eastings[i] = points.eastings()[i] + offset.eastMetres();
            northings[i] = points.northings()[i] + offset.northMetres();
        }
        return new WeightedPoints(eastings, northings, points.weights(), points.count());
    }

    /** The points in the bounds, in their order. */
    static WeightedPoints within(WeightedPoints points, Bounds bounds) {
        double[] eastings = new double[points.count()];
        double[] northings = new double[points.count()];
        double[] weights = new double[points.count()];
        int count = 0;
        for (int i = 0; i < points.count(); i++) {
            if (bounds.contains(points.eastings()[i], points.northings()[i])) {
                eastings[count] = points.eastings()[i];
                northings[count] = points.northings()[i];
                weights[count] = points.weights()[i];
                count++;
            }
        }
        return new WeightedPoints(eastings, northings, weights, count);
    }

    private static double[] joined(double[] first, int firstCount, double[] second, int secondCount) {
        double[] all = Arrays.copyOf(first, firstCount + secondCount);
        System.arraycopy(second, 0, all, firstCount, secondCount);
        return all;
    }

    private static WeightedPoints points(OffenceTable.Places places, Tally tally) {
        int[] indexes = tally.places();
        double[] eastings = new double[indexes.length];
        double[] northings = new double[indexes.length];
        for (int k = 0; k < indexes.length; k++) {
            eastings[k] = places.eastings()[indexes[k]];
            northings[k] = places.northings()[indexes[k]];
        }
        return new WeightedPoints(eastings, northings, tally.counts(), indexes.length);
    }
}
