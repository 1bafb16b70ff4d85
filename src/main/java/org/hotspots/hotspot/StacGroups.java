package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.Stac;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Question;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Groups of STAC: hot circles that share events, drawn as the union of the circles. */
final class StacGroups {
    private StacGroups() {}

    /** Circles stand as close as the method lays them, so that a hotspot's middle is found. */
    static Stac.Settings settings(Question question) {
        double radius = question.clusters().radiusMetres();
        return new Stac.Settings(radius, radius / 2, question.clusters().minPoints());
    }

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        Stac.Settings settings = settings(input.question());
        Stac.Clusters clusters = Stac.cluster(evidence.events().inside(), settings);
        List<Group> groups = clusters.clusters().stream()
                .map(cluster -> new Group(outline(cluster.circles(), settings.radiusMetres()), null))
                .toList();
        return new Grouping(groups, clusters.label());
    }

    private static Geometry outline(WeightedPoints circles, double radiusMetres) {
        List<Coordinate> centres = new ArrayList<>();
        for (int i = 0; i < circles.count(); i++) {
            centres.add(new Coordinate(circles.eastings()[i], circles.northings()[i]));
        }
        return DiscUnion.of(centres, radiusMetres);
    }
}
