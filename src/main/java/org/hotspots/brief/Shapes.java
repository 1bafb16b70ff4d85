package org.hotspots.brief;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Outlines of the British National Grid as paths of a page; of large ones only what the window shows is written. */
final class Shapes {
    /** Corners nearer to the last one than this are left out. */
    private static final float FINEST_POINTS = 0.25f;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final PDPageContentStream out;
    private final MapWindow window;
    private final Envelope seen;

    Shapes(Sheet sheet, MapWindow window) {
        this.out = sheet.out();
        this.window = window;
        this.seen = window.envelope();
        // Beyond the frame, so that the cut of an outline is not drawn as its edge.
        seen.expandBy(10 * window.metresPerPoint());
    }

    /** Fills what lies inside. */
    void fill(Geometry polygonal) throws IOException {
        if (trace(polygonal)) {
            out.fillEvenOdd();
        }
    }

    /** Draws the edge. */
    void stroke(Geometry polygonal) throws IOException {
        if (trace(polygonal)) {
            out.stroke();
        }
    }

    /** Whether there is anything to paint. */
    private boolean trace(Geometry polygonal) throws IOException {
        boolean any = false;
        if (seen.intersects(polygonal.getEnvelopeInternal())) {
            Geometry cut = seen.contains(polygonal.getEnvelopeInternal())
                    ? polygonal
                    : polygonal.intersection(GEOMETRY.toGeometry(seen));
            for (int part = 0; part < cut.getNumGeometries(); part++) {
                if (cut.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                    any = true;
                    ring(polygon.getExteriorRing());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        ring(polygon.getInteriorRingN(hole));
                    }
                }
            }
        }
        return any;
    }

    private void ring(LineString ring) throws IOException {
        Coordinate[] corners = ring.getCoordinates();
        float lastX = window.x(corners[0].x);
        float lastY = window.y(corners[0].y);
        out.moveTo(lastX, lastY);
        for (int k = 1; k < corners.length - 1; k++) {
            float x = window.x(corners[k].x);
            float y = window.y(corners[k].y);
            if (Math.abs(x - lastX) + Math.abs(y - lastY) >= FINEST_POINTS) {
                out.lineTo(x, y);
                lastX = x;
                lastY = y;
            }
        }
        out.closePath();
    }
}
