package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.Dbscan;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Question;
import org.locationtech.jts.geom.Coordinate;

/** Groups of DBSCAN: the clusters of the area's events, drawn as the union of circles of eps around the cores. */
final class ClusterGroups {
    private ClusterGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        Question.ClusterSettings settings = input.question().clusters();
        WeightedPoints points = evidence.events().inside();
        Dbscan.Clusters clusters = Dbscan.cluster(points, settings.epsMetres(), settings.minPoints());
        List<List<Coordinate>> cores = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            cores.add(new ArrayList<>());
        }
        for (int i = 0; i < points.count(); i++) {
            if (clusters.core()[i]) {
                cores.get(clusters.label()[i]).add(new Coordinate(points.eastings()[i], points.northings()[i]));
            }
        }
        List<Group> groups = cores.stream()
                .map(centres -> new Group(() -> DiscUnion.of(centres, settings.epsMetres()), null))
                .toList();
        return new Grouping(groups, clusters.label());
    }
}
