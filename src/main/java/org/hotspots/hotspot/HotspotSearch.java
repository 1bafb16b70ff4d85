package org.hotspots.hotspot;

import org.hotspots.question.Method;

/** Finds hotspots by the question's method: groups of events, then one ranking for all methods. */
final class HotspotSearch {
    /** Fewer events than this are no hotspot, whatever the method says: two may always be chance. */
    static final int LEAST_EVENTS = 3;

    private HotspotSearch() {}

    /** What hotspots are found in; a method asks for the layers that it needs. */
    interface Evidence {
        Events events();

        DensityLayer density();

        CellLayer cells();
    }

    /** Evidence that is all there. */
    record Computed(Events events, DensityLayer density, CellLayer cells) implements Evidence {}

    static FoundHotspots hotspots(RunInput input, Evidence evidence) {
        Grouping grouping = grouping(input, evidence);
        Method method = input.question().method();
        return Ranking.rank(
                input,
                evidence,
                method.hasRandomMaps() ? RandomMaps.scored(input, evidence, grouping) : grouping,
                leastEvents(method));
    }

    /** The same without what random maps say of each. */
    static FoundHotspots unscored(RunInput input, Evidence evidence) {
        return Ranking.rank(
                input,
                evidence,
                grouping(input, evidence),
                leastEvents(input.question().method()));
    }

    /** DBSCAN clusters, whatever the question's method. */
    static FoundHotspots clusters(RunInput input, Evidence evidence) {
        return Ranking.rank(input, evidence, ClusterGroups.of(input, evidence), leastEvents(Method.DBSCAN));
    }

    /** The groups that are hotspots if they have enough events. */
    static Grouping grouping(RunInput input, Evidence evidence) {
        return switch (input.question().method()) {
            case KDE_QUARTIC, KDE_GAUSSIAN, KDE_ADAPTIVE -> DensityGroups.of(input, evidence);
            case GRID_COUNT -> CellGroups.dense(evidence);
            case GI_STAR ->
                CellGroups.significant(evidence, input.question().cells().qMax());
            case DBSCAN -> ClusterGroups.of(input, evidence);
            case HDBSCAN -> HdbscanGroups.of(input, evidence);
            case NNH -> NnhGroups.of(input, evidence);
            case STAC -> StacGroups.of(input, evidence);
        };
    }

    /** Events that a hotspot has at least; for clusters the question's own {@code min_points} sees to that. */
    static int leastEvents(Method method) {
        return method.isOfPoints() ? 1 : LEAST_EVENTS;
    }
}
