package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotspots.kernel.NearestNeighbourIndex;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.Dispersion;
import org.hotspots.stats.Lorenz;
import org.jspecify.annotations.Nullable;

/**
 * How unevenly the events of a run lie over its study cells; the {@link Verdict} says what chance would do. Counts of
 * events throughout, whatever they weigh.
 *
 * @param lorenz the Lorenz curve from the fullest cell on: at most {@value #MOST_POINTS} points, evenly picked, the last
 *     at 1, 1; empty without cells
 * @param gini Gini coefficient of the cells' counts; 0 without cells
 * @param generalisedGini the same, corrected for fewer events than cells; 0 without cells
 * @param dispersion variance by mean of the cells' counts; null for fewer than two cells
 * @param nearest nearest-neighbour index over the study cells' ground; null for fewer than two events
 */
public record Unevenness(
        List<Point> lorenz,
        double gini,
        double generalisedGini,
        @Nullable Dispersion dispersion,
        @Nullable NearestNeighbourIndex nearest) {
    private static final int MOST_POINTS = 200;

    public Unevenness {
        lorenz = List.copyOf(lorenz);
    }

    /**
     * @param cells share of the cells, fullest first
     * @param events share of the events in them
     */
    public record Point(double cells, double events) {}

    /** @param events one point a place, weights numbers of events */
    static Unevenness of(CellLayer layer, WeightedPoints events) {
        StudyCells cells = layer.cells();
        double[] counts = cells.inside().stream()
                .mapToDouble(index -> layer.counts()[index])
                .toArray();
        if (counts.length == 0) {
            return new Unevenness(List.of(), 0, 0, null, null);
        }
        Optional<NearestNeighbourIndex> nearest = NearestNeighbourIndex.find(
                events, counts.length * cells.lattice().cellAreaM2());
        return new Unevenness(
                points(Lorenz.curve(counts)),
                Lorenz.gini(counts),
                Lorenz.generalisedGini(counts),
                counts.length < 2 ? null : Dispersion.of(counts),
                nearest.orElse(null));
    }

    private static List<Point> points(double[] curve) {
        int[] picked = new int[Math.min(MOST_POINTS, curve.length)];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = (int) ((long) (i + 1) * curve.length / picked.length) - 1;
        }
        List<Point> points = new ArrayList<>();
        for (int index : picked) {
            points.add(new Point((index + 1.0) / curve.length, curve[index]));
        }
        return points;
    }
}
