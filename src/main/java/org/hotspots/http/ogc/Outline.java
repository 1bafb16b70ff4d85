package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes outlines as GeoJSON geometries in any {@link Crs}: outer rings counter-clockwise on the map, holes clockwise. */
final class Outline {
    private final JsonGenerator json;
    private final Crs crs;
    private final double scale;

    Outline(JsonGenerator json, Crs crs) {
        this.json = json;
        this.crs = crs;
        this.scale = StrictMath.pow(10, crs.decimals());
    }

    /** A polygon as it is; anything else as the polygons that it consists of. */
    void write(Geometry britishGrid) throws IOException {
        Geometry geometry = crs.fromBritishGrid(britishGrid);
        json.writeStartObject();
        json.writeStringField("type", geometry instanceof Polygon ? "Polygon" : "MultiPolygon");
        json.writeFieldName("coordinates");
        if (geometry instanceof Polygon polygon) {
            writePolygon(polygon);
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                    writePolygon(polygon);
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writePolygon(Polygon polygon) throws IOException {
        json.writeStartArray();
        writeRing(polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            writeRing(polygon.getInteriorRingN(i), false);
        }
        json.writeEndArray();
    }

    private void writeRing(LinearRing ring, boolean isCounterClockwise) throws IOException {
        CoordinateSequence positions = ring.getCoordinateSequence();
        boolean asIs = Orientation.isCCW(positions) == isCounterClockwise;
        json.writeStartArray();
        for (int i = 0; i < positions.size(); i++) {
            int at = asIs ? i : positions.size() - 1 - i;
            double x = positions.getX(at);
            double y = positions.getY(at);
            json.writeStartArray();
            writeNumber(crs.isLatitudeFirst() ? y : x);
            writeNumber(crs.isLatitudeFirst() ? x : y);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeNumber(double value) throws IOException {
        long scaled = Math.round(value * scale);
        BigDecimal number = BigDecimal.valueOf(scaled, crs.decimals()).stripTrailingZeros();
        json.writeNumber(number.scale() < 0 ? number.setScale(0) : number);
    }
}
