package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.kernel.ContourParts;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.jspecify.annotations.Nullable;

/**
 * Hotspots found once more, in other events or another way: which points lie in which group, without outlines. The
 * layers are computed when the method asks for them, by the code that computes a run's. For one thread.
 */
final class Trial implements HotspotSearch.Evidence {
    private final RunInput input;
    private final Events events;
    private final StudyCells studyCells;
    private @Nullable DensityLayer density;
    private @Nullable CellLayer cells;

    /** @param studyCells cells of the input's area, and of any events outside these */
    Trial(RunInput input, Events events, StudyCells studyCells) {
        this.input = input;
        this.events = events;
        this.studyCells = studyCells;
    }

    /**
     * Groups that have enough events to be hotspots.
     *
     * @param groupOf for each point the group it lies in, or -1
     * @param counts events in each group; 0 for groups that have too few
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Groups(int[] groupOf, double[] counts) {
        double largest() {
            return Arrays.stream(counts).max().orElse(0);
        }

        /** The count of the k-th group, or of the last; above any count where there is no group. */
        double leastOfTop(int k) {
            double[] sorted =
                    Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
            return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[Math.max(sorted.length - k, 0)];
        }
    }

    Groups groups() {
        int[] groupOf = groupOf();
        double[] counts = new double[Arrays.stream(groupOf).max().orElse(-1) + 1];
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] >= 0) {
                counts[groupOf[i]] += events.inside().weights()[i];
            }
        }
        int least = HotspotSearch.leastEvents(input.question().method());
        for (int group = 0; group < counts.length; group++) {
            counts[group] = counts[group] >= least ? counts[group] : 0;
        }
        return new Groups(groupOf, counts);
    }

    private int[] groupOf() {
        if (!input.question().method().isDensity()) {
            return HotspotSearch.grouping(input, this).groupOf();
        }
        // Contours of a whole force and their cuts at its edge take most of the time of a search, and no event needs
        // them.
        return ContourParts.of(density().raster(), DensityGroups.threshold(input, density()), events.inside());
    }

    WeightedPoints points() {
        return events.inside();
    }

    @Override
    public Events events() {
        return events;
    }

    @Override
    public DensityLayer density() {
        DensityLayer layer = density;
        if (layer == null) {
            layer = Surfaces.density(input, events);
            density = layer;
        }
        return layer;
    }

    @Override
    public CellLayer cells() {
        CellLayer layer = cells;
        if (layer == null) {
            layer = Surfaces.cells(input, events, studyCells);
            cells = layer;
        }
        return layer;
    }
}
