package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.kernel.ContourParts;
import org.jspecify.annotations.Nullable;

/**
 * Hotspots found once more, in other events or another way: which points lie in which group, without outlines. The
 * layers are computed when the method asks for them, by the code that computes a run's. For one thread.
 */
final class Trial implements HotspotSearch.Evidence {
    private final RunInput input;
    private final Events events;
    private final PatrollableCells ground;
    private @Nullable DensityLayer density;
    private @Nullable CellLayer cells;

    /** @param ground the cells of the input's area */
    Trial(RunInput input, Events events, PatrollableCells ground) {
        this.input = input;
        this.events = events;
        this.ground = ground;
    }

    /**
     * Groups that have enough events to be hotspots.
     *
     * @param groupOf for each point the group it lies in, or -1 for none or one that has too few
     * @param weights what the events of each group weigh; 0 for those that have too few
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Groups(int[] groupOf, double[] weights) {
        /** The greatest weight; 0 without groups. */
        double largest() {
            return Arrays.stream(weights).max().orElse(0);
        }

        /** The weight of the k-th group, or of the last; above any weight where there is no group. */
        double leastOfTop(int k) {
            double[] sorted =
                    Arrays.stream(weights).filter(weight -> weight > 0).sorted().toArray();
            return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[Math.max(sorted.length - k, 0)];
        }
    }

    Groups groups() {
        int[] groupOf = groupOf();
        double[] counts = new double[Arrays.stream(groupOf).max().orElse(-1) + 1];
        double[] weights = new double[counts.length];
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] >= 0) {
                counts[groupOf[i]] += events.inside().weights()[i];
                weights[groupOf[i]] += events.weighted().weights()[i];
            }
        }
        int least = HotspotSearch.leastEvents(input.question().method());
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] >= 0 && counts[groupOf[i]] < least) {
                weights[groupOf[i]] = 0;
                groupOf[i] = -1;
            }
        }
        return new Groups(groupOf, weights);
    }

    private int[] groupOf() {
        if (!input.question().method().isDensity()) {
            return HotspotSearch.grouping(input, this).groupOf();
        }
        // Contours of a whole force and their cuts at its edge take most of the time of a search, and no event needs
        // them.
        return ContourParts.of(density().raster(), DensityGroups.threshold(input, density()), events.inside());
    }

    @Override
    public Events events() {
        return events;
    }

    @Override
    public DensityLayer density() {
        DensityLayer layer = density;
        if (layer == null) {
            layer = Surfaces.densityOfTrial(input, events);
            density = layer;
        }
        return layer;
    }

    @Override
    public CellLayer cells() {
        CellLayer layer = cells;
        if (layer == null) {
            layer = Surfaces.cells(input, new Run.Counting(events, ground));
            cells = layer;
        }
        return layer;
    }
}
