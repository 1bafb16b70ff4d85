package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.Dbscan;
import org.hotspots.kernel.WeightedPoints;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Groups of DBSCAN: the clusters of the area's events, drawn as the union of circles of eps around the cores. */
final class ClusterGroups {
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    private ClusterGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        Question.ClusterSettings settings = input.question().clusters();
        WeightedPoints points = evidence.events().inside();
        Dbscan.Clusters clusters = Dbscan.cluster(points, settings.epsMetres(), settings.minPoints());
        List<List<Geometry>> circles = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            circles.add(new ArrayList<>());
        }
        for (int i = 0; i < points.count(); i++) {
            if (clusters.core()[i]) {
                Coordinate core = new Coordinate(points.eastings()[i], points.northings()[i]);
                circles.get(clusters.label()[i]).add(GEOMETRY.createPoint(core).buffer(settings.epsMetres()));
            }
        }
        List<Group> groups = circles.stream()
                .map(parts -> new Group(Outlines.union(parts), null))
                .toList();
        return new Grouping(groups, clusters.label());
    }
}
