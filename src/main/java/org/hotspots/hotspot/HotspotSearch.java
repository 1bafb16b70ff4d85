package org.hotspots.hotspot;

import java.util.List;

/** Finds hotspots by the question's method: groups of events, then one ranking for all methods. */
final class HotspotSearch {
    /** Fewer events than this are no hotspot, whatever the method says: two may always be chance. */
    static final int LEAST_EVENTS = 3;

    private HotspotSearch() {}

    /** What hotspots are found in. */
    record Evidence(Events events, DensityLayer density, CellLayer cells) {}

    static List<Hotspot> hotspots(RunInput input, Evidence evidence) {
        return switch (input.question().method()) {
            case KDE_QUARTIC, KDE_GAUSSIAN, KDE_ADAPTIVE ->
                Ranking.rank(input, evidence, DensityGroups.of(input, evidence), LEAST_EVENTS);
            case GRID_COUNT -> Ranking.rank(input, evidence, CellGroups.dense(evidence), LEAST_EVENTS);
            case GI_STAR ->
                Ranking.rank(
                        input,
                        evidence,
                        CellGroups.significant(
                                evidence, input.question().cells().qMax()),
                        LEAST_EVENTS);
            case DBSCAN -> clusters(input, evidence);
            case HDBSCAN -> Ranking.rank(input, evidence, HdbscanGroups.of(input, evidence), 1);
            case NNH ->
                Ranking.rank(input, evidence, RandomMaps.scored(input, evidence, NnhGroups.of(input, evidence)), 1);
            case STAC ->
                Ranking.rank(input, evidence, RandomMaps.scored(input, evidence, StacGroups.of(input, evidence)), 1);
        };
    }

    /** DBSCAN clusters: their least size is the question's own {@code min_points}. */
    static List<Hotspot> clusters(RunInput input, Evidence evidence) {
        return Ranking.rank(input, evidence, ClusterGroups.of(input, evidence), 1);
    }
}
