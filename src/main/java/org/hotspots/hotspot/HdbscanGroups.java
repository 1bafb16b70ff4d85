package org.hotspots.hotspot;

import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.Hdbscan;
import org.hotspots.kernel.WeightedPoints;

/** Groups of HDBSCAN, drawn as their hulls. */
final class HdbscanGroups {
    private HdbscanGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        Question.ClusterSettings settings = input.question().clusters();
        WeightedPoints points = evidence.events().inside();
        Hdbscan.Clusters clusters = Hdbscan.cluster(points, settings.minPoints(), settings.grainMetres());
        List<Group> groups = PointHull.ofGroups(points, clusters.label(), clusters.count()).stream()
                .map(outline -> new Group(outline, null))
                .toList();
        return new Grouping(groups, clusters.label());
    }
}
