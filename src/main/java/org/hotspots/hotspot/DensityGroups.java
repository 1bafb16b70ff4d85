package org.hotspots.hotspot;

import java.util.Arrays;
import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.WeightedPoints;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Groups of the density methods: each part of the ground where density is at least times_mean times its mean. */
final class DensityGroups {
    private DensityGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        WeightedPoints points = evidence.events().inside();
        int[] groupOf = new int[points.count()];
        Arrays.fill(groupOf, -1);
        double mean = evidence.density().mean();
        if (!(mean > 0)) {
            return new Grouping(List.of(), groupOf);
        }
        double threshold = input.question().density().timesMean() * mean;
        List<Polygon> parts =
                Outlines.polygons(Outlines.above(evidence.density().raster(), threshold, input.area()));
        for (int group = 0; group < parts.size(); group++) {
            mark(parts.get(group), group, points, groupOf);
        }
        return new Grouping(parts.stream().map(part -> new Group(part, null)).toList(), groupOf);
    }

    private static void mark(Polygon part, int group, WeightedPoints points, int[] groupOf) {
        Envelope box = part.getEnvelopeInternal();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(part);
        Coordinate point = new Coordinate();
        for (int i = 0; i < points.count(); i++) {
            point.setX(points.eastings()[i]);
            point.setY(points.northings()[i]);
            // Parts touch at most in corners; a point there belongs to the first.
            if (groupOf[i] < 0 && box.contains(point) && locator.locate(point) != Location.EXTERIOR) {
                groupOf[i] = group;
            }
        }
    }
}
