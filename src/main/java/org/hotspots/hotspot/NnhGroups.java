package org.hotspots.hotspot;

import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.NearestNeighbourHierarchy;
import org.hotspots.kernel.NearestNeighbourHierarchy.Threshold;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Question;

/** Groups of NNH: the clusters of its first level, drawn as their hulls. */
final class NnhGroups {
    private NnhGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        Question.ClusterSettings settings = input.question().clusters();
        WeightedPoints points = evidence.events().inside();
        // Only asked where there are events: without any there may be no ground either.
        Threshold threshold = events ->
                settings.nearness().on(RandomMaps.ground(evidence).areaM2()).metres(events);
        NearestNeighbourHierarchy.Level level =
                NearestNeighbourHierarchy.level(points, threshold, settings.minPoints());
        List<Group> groups = PointHull.ofGroups(points, level.label(), level.count()).stream()
                .map(outline -> new Group(outline, null))
                .toList();
        return new Grouping(groups, level.label());
    }
}
