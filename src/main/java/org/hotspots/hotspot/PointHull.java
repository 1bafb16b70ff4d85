package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.kernel.WeightedPoints;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Outlines of groups of points: the convex hull of each, grown a little. */
final class PointHull {
    /** Half a street's width and its houses: so a single place has an outline, and events at the edge are inside. */
    private static final double MARGIN_METRES = 25;

    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    private PointHull() {}

    /**
     * The outline of each group.
     *
     * @param label per point the number of its group, from 0; any below 0 is of none
     * @param count number of groups, each with at least one point
     */
    static List<Geometry> ofGroups(WeightedPoints points, int[] label, int count) {
        List<List<Coordinate>> members = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < label.length; i++) {
            if (label[i] >= 0) {
                members.get(label[i]).add(new Coordinate(points.eastings()[i], points.northings()[i]));
            }
        }
        return members.stream().map(PointHull::hull).toList();
    }

    private static Geometry hull(List<Coordinate> points) {
        return GEOMETRY.createMultiPointFromCoords(points.toArray(Coordinate[]::new))
                .convexHull()
                .buffer(MARGIN_METRES);
    }
}
