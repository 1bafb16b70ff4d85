package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes GeoJSON as RFC 7946 has it, in longitude and latitude unless {@link Positions} say otherwise: outer rings counter-clockwise and holes clockwise. */
public final class GeoJson {
    public static final String TYPE = "application/geo+json";

    private GeoJson() {}

    /** A point or a polygonal geometry in longitude and latitude; null where it is empty. */
    static void writeGeometry(JsonGenerator json, Geometry lonLat) throws IOException {
        writeGeometry(json, lonLat, Positions.LON_LAT);
    }

    /** A point or a polygonal geometry, east as x; null where it is empty. */
    public static void writeGeometry(JsonGenerator json, Geometry geometry, Positions positions) throws IOException {
        if (geometry.isEmpty()) {
            json.writeNull();
        } else if (geometry instanceof Point point) {
            json.writeStartObject();
            json.writeStringField("type", "Point");
            json.writeFieldName("coordinates");
            json.writeRawValue(positions
                    .position(new StringBuilder(32), point.getX(), point.getY())
                    .toString());
            json.writeEndObject();
        } else if (geometry instanceof Polygon polygon) {
            json.writeStartObject();
            json.writeStringField("type", "Polygon");
            json.writeFieldName("coordinates");
            json.writeRawValue(rings(polygon, positions));
            json.writeEndObject();
        } else {
            writeMultiPolygon(json, geometry, positions);
        }
    }

    /** The polygons of a geometry in longitude and latitude, of which there may be none. */
    static void writeMultiPolygon(JsonGenerator json, Geometry lonLat) throws IOException {
        writeMultiPolygon(json, lonLat, Positions.LON_LAT);
    }

    private static void writeMultiPolygon(JsonGenerator json, Geometry geometry, Positions positions)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "MultiPolygon");
        json.writeArrayFieldStart("coordinates");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                json.writeRawValue(rings(polygon, positions));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void writePosition(JsonGenerator json, double longitude, double latitude) throws IOException {
        json.writeRawValue(Positions.LON_LAT
                .position(new StringBuilder(32), longitude, latitude)
                .toString());
    }

    /** A bounding box: west, south, east, north. */
    static void writeBox(JsonGenerator json, double west, double south, double east, double north) throws IOException {
        StringBuilder text = new StringBuilder(64).append('[');
        Positions.LON_LAT.number(text, west).append(',');
        Positions.LON_LAT.number(text, south).append(',');
        Positions.LON_LAT.number(text, east).append(',');
        Positions.LON_LAT.number(text, north);
        json.writeRawValue(text.append(']').toString());
    }

    /** A closed ring of flat longitude, latitude pairs as a polygon without holes; it must be counter-clockwise. */
    static void writeRing(JsonGenerator json, double[] pairs, int from, int positions) throws IOException {
        StringBuilder text = new StringBuilder(positions * 26);
        text.append("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i < positions; i++) {
            Positions.LON_LAT.position(i == 0 ? text : text.append(','), pairs[from + 2 * i], pairs[from + 2 * i + 1]);
        }
        json.writeRawValue(text.append("]]}").toString());
    }

    private static String rings(Polygon polygon, Positions positions) {
        StringBuilder text = new StringBuilder(polygon.getNumPoints() * 26).append('[');
        ring(text, polygon.getExteriorRing(), true, positions);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(text.append(','), polygon.getInteriorRingN(i), false, positions);
        }
        return text.append(']').toString();
    }

    private static void ring(StringBuilder text, LinearRing ring, boolean counterClockwise, Positions positions) {
        CoordinateSequence corners = ring.getCoordinateSequence();
        boolean asIs = Orientation.isCCW(corners) == counterClockwise;
        text.append('[');
        for (int i = 0; i < corners.size(); i++) {
            int at = asIs ? i : corners.size() - 1 - i;
            positions.position(i == 0 ? text : text.append(','), corners.getX(at), corners.getY(at));
        }
        text.append(']');
    }
}
