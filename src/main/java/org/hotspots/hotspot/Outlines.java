package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.kernel.Contours;
import org.hotspots.kernel.Raster;
import org.hotspots.snapshot.StudyArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Polygons of contours and of groups of cells. */
final class Outlines {
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);

    private Outlines() {}

    /** Where the surface is at least the value, cut at the study area's edge; a MultiPolygon, maybe empty. */
    static Geometry above(Raster raster, double value, StudyArea area) {
        return within(Contours.above(raster, value), area);
    }

    /** Contours cut at the study area's edge; a MultiPolygon, maybe empty. */
    static Geometry within(Geometry contours, StudyArea area) {
        PreparedGeometry ground = PreparedGeometryFactory.prepare(area.outline());
        List<Polygon> parts = new ArrayList<>();
        for (Polygon polygon : polygons(contours)) {
            if (ground.covers(polygon)) {
                parts.add(polygon);
            } else if (ground.intersects(polygon)) {
                parts.addAll(polygons(OverlayNGRobust.overlay(polygon, area.outline(), OverlayNG.INTERSECTION)));
            }
        }
        return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** The polygons of a geometry, in its order; lines and points that an overlay may leave are dropped. */
    static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        geometry.apply((GeometryFilter) part -> {
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        });
        return polygons;
    }

    /**
     * The union, on a grid of a millimetre: neighbouring hexagons compute their common corners each for itself, and the
     * grid makes them one.
     */
    static Geometry union(List<? extends Geometry> parts) {
        return UnaryUnionNG.union(List.copyOf(parts), MILLIMETRES);
    }
}
