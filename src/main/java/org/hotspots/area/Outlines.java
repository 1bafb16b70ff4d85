package org.hotspots.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotspots.geo.BritishNationalGrid;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Makes outlines valid and winds their rings, or says why it cannot. */
final class Outlines {
    static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), BritishNationalGrid.SRID);

    /** A repair may change an area by less than this share; more means that somebody has to look. */
    private static final double REPAIR_TOLERANCE = 0.001;

    private Outlines() {}

    /**
     * A valid outline with outer rings counter-clockwise and holes clockwise.
     *
     * @param repairs gets a sentence where the outline had to be repaired
     */
    static MultiPolygon checked(MultiPolygon outline, String label, List<String> repairs) throws OutlineException {
        IsValidOp check = new IsValidOp(outline);
        if (check.isValid()) {
            return wound(outline);
        }
        TopologyValidationError fault = check.getValidationError();
        Geometry fixed = GeometryFixer.fix(outline);
        // JTS takes the ring formula, which is defined for crossed rings too.
        double before = outline.getArea();
        double change = Math.abs(fixed.getArea() - before) / before;
        if (!(change < REPAIR_TOLERANCE)) {
            throw new OutlineException(String.format(
                    Locale.ROOT,
                    "the outline is not valid (%s near %.1f,%.1f), and a repair would change its area by %.2f %%",
                    fault.getMessage(),
                    fault.getCoordinate().x,
                    fault.getCoordinate().y,
                    100 * change));
        }
        repairs.add(String.format(
                Locale.ROOT,
                "%s: the outline was repaired (%s); its area changed by %.4f %%",
                label,
                fault.getMessage(),
                100 * change));
        return wound(polygonsOf(fixed));
    }

    private static MultiPolygon polygonsOf(Geometry fixed) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < fixed.getNumGeometries(); i++) {
            if (fixed.getGeometryN(i) instanceof Polygon polygon) {
                polygons.add(polygon);
            }
        }
        return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static MultiPolygon wound(MultiPolygon outline) {
        Polygon[] polygons = new Polygon[outline.getNumGeometries()];
        for (int i = 0; i < polygons.length; i++) {
            Polygon polygon = (Polygon) outline.getGeometryN(i);
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = wound(polygon.getInteriorRingN(hole), false);
            }
            polygons[i] = GEOMETRY.createPolygon(wound(polygon.getExteriorRing(), true), holes);
        }
        return GEOMETRY.createMultiPolygon(polygons);
    }

    private static LinearRing wound(LinearRing ring, boolean counterClockwise) {
        boolean asIs = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return GEOMETRY.createLinearRing((asIs ? ring : ring.reverse()).getCoordinateSequence());
    }
}
