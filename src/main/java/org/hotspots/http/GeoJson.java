package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes GeoJSON as RFC 7946 has it: longitude before latitude, at most seven decimals (a centimetre), outer rings
 * counter-clockwise and holes clockwise.
 */
public final class GeoJson {
    public static final String TYPE = "application/geo+json";

    private static final double SCALE = 1e7;

    private GeoJson() {}

    /** A polygonal geometry in longitude and latitude; null where it is empty. */
    static void writeGeometry(JsonGenerator json, Geometry lonLat) throws IOException {
        if (lonLat.isEmpty()) {
            json.writeNull();
        } else if (lonLat instanceof Polygon polygon) {
            json.writeStartObject();
            json.writeStringField("type", "Polygon");
            json.writeFieldName("coordinates");
            json.writeRawValue(rings(polygon));
            json.writeEndObject();
        } else {
            writeMultiPolygon(json, lonLat);
        }
    }

    /** The polygons of a geometry in longitude and latitude, of which there may be none. */
    static void writeMultiPolygon(JsonGenerator json, Geometry lonLat) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "MultiPolygon");
        json.writeArrayFieldStart("coordinates");
        for (int i = 0; i < lonLat.getNumGeometries(); i++) {
            if (lonLat.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                json.writeRawValue(rings(polygon));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void writePosition(JsonGenerator json, double longitude, double latitude) throws IOException {
        json.writeRawValue(position(new StringBuilder(32), longitude, latitude).toString());
    }

    /** A bounding box: west, south, east, north. */
    static void writeBox(JsonGenerator json, double west, double south, double east, double north) throws IOException {
        StringBuilder text = new StringBuilder(64).append('[');
        append(text, west);
        append(text.append(','), south);
        append(text.append(','), east);
        append(text.append(','), north);
        json.writeRawValue(text.append(']').toString());
    }

    /** A closed ring of flat longitude, latitude pairs as a polygon without holes; it must be counter-clockwise. */
    static void writeRing(JsonGenerator json, double[] pairs, int from, int positions) throws IOException {
        StringBuilder text = new StringBuilder(positions * 26);
        text.append("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i < positions; i++) {
            position(i == 0 ? text : text.append(','), pairs[from + 2 * i], pairs[from + 2 * i + 1]);
        }
        json.writeRawValue(text.append("]]}").toString());
    }

    private static String rings(Polygon polygon) {
        StringBuilder text = new StringBuilder(polygon.getNumPoints() * 26).append('[');
        ring(text, polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(text.append(','), polygon.getInteriorRingN(i), false);
        }
        return text.append(']').toString();
    }

    private static void ring(StringBuilder text, LinearRing ring, boolean counterClockwise) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        boolean asIs = Orientation.isCCW(positions) == counterClockwise;
        text.append('[');
        for (int i = 0; i < positions.size(); i++) {
            int at = asIs ? i : positions.size() - 1 - i;
            position(i == 0 ? text : text.append(','), positions.getX(at), positions.getY(at));
        }
        text.append(']');
    }

    private static StringBuilder position(StringBuilder text, double longitude, double latitude) {
        append(text.append('['), longitude);
        append(text.append(','), latitude);
        return text.append(']');
    }

    /** Rounded to seven decimals, without needless zeros; by whole numbers, since files hold millions of these. */
    private static void append(StringBuilder text, double degrees) {
        if (!(Math.abs(degrees) <= 360)) {
            throw new IllegalArgumentException("no coordinate in degrees: " + degrees);
        }
        long scaled = Math.round(degrees * SCALE);
        if (scaled < 0) {
            text.append('-');
            scaled = -scaled;
        }
        text.append(scaled / (long) SCALE);
        long fraction = scaled % (long) SCALE;
        if (fraction != 0) {
            text.append('.');
            for (long place = (long) SCALE / 10; fraction != 0; place /= 10) {
                text.append((char) ('0' + fraction / place));
                fraction %= place;
            }
        }
    }
}
