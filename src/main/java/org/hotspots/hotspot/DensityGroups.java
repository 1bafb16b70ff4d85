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

/**
 * Groups of the density methods: each part of the ground where density is at least times_mean times its mean over the
 * ground in reach of the events, and at least what two events at one place give. Without the second condition, every single event would be
 * far above the mean where events are few.
 */
final class DensityGroups {
    private DensityGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        WeightedPoints points = evidence.events().inside();
        int[] groupOf = new int[points.count()];
        Arrays.fill(groupOf, -1);
        double threshold = threshold(input, evidence.density());
        if (threshold > evidence.density().max()) {
            return new Grouping(List.of(), groupOf);
        }
        List<Polygon> parts =
                Outlines.polygons(Outlines.above(evidence.density().raster(), threshold, input.area()));
        for (int group = 0; group < parts.size(); group++) {
            mark(parts.get(group), group, points, groupOf);
        }
        return new Grouping(parts.stream().map(part -> new Group(part, null)).toList(), groupOf);
    }

    static double threshold(RunInput input, DensityLayer layer) {
        double timesMean = input.question().density().timesMean() * layer.mean();
        return Math.max(timesMean, (HotspotSearch.LEAST_EVENTS - 1) * layer.peakOfOne());
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
