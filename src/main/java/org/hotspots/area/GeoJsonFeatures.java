package org.hotspots.area;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The features of a GeoJSON FeatureCollection, as the file has them.
 *
 * @param crsName the name in the {@code crs} member of the older GeoJSON, null without one
 * @param features those whose geometry could be read
 * @param faults one sentence for each of the others
 */
record GeoJsonFeatures(@Nullable String crsName, List<Feature> features, List<String> faults) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One feature.
     *
     * @param index position in the file, from 0
     * @param properties an object, or null's node
     * @param outline in the file's coordinates, not empty, rings closed; not necessarily valid
     */
    record Feature(int index, JsonNode properties, MultiPolygon outline) {
        String label() {
            return "feature " + index;
        }

        /** The property's text without surrounding space; empty where it is absent, null or blank. */
        String property(String name) {
            return properties.path(name).asText("").strip();
        }

        String propertyNames() {
            List<String> names = new ArrayList<>();
            properties.fieldNames().forEachRemaining(names::add);
            return String.join(", ", names);
        }
    }

    /** @throws AreaFileException where the text is not JSON or not a FeatureCollection */
    static GeoJsonFeatures read(byte[] geoJson) throws IOException {
        String crsName = null;
        String type = "";
        List<Feature> features = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        // Feature by feature: the tree of a whole file would take ten times its size.
        try (JsonParser parser = JSON.createParser(geoJson)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, "the file is not a JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "type" -> type = parser.getText();
                    case "crs" -> crsName = crsName(parser.readValueAsTree());
                    case "features" -> readFeatures(parser, features, faults);
                    default -> parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw new AreaFileException(
                    List.of("not JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage()));
        }
        expect(type.equals("FeatureCollection"), "type=" + type + ": FeatureCollection");
        return new GeoJsonFeatures(crsName, features, faults);
    }

    private static void readFeatures(JsonParser parser, List<Feature> features, List<String> faults)
            throws IOException {
        expect(parser.currentToken() == JsonToken.START_ARRAY, "the member \"features\" is not an array");
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            JsonNode feature = parser.readValueAsTree();
            try {
                features.add(new Feature(index, feature.path("properties"), outline(feature.path("geometry"))));
            } catch (OutlineException e) {
                faults.add("feature " + index + ": " + e.getMessage());
            }
        }
    }

    private static @Nullable String crsName(JsonNode crs) {
        return crs.isNull() ? null : crs.path("properties").path("name").asText("");
    }

    private static MultiPolygon outline(JsonNode geometry) throws OutlineException {
        String type = geometry.path("type").asText("");
        JsonNode coordinates = geometry.path("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        switch (type) {
            case "Polygon" -> polygons.add(polygon(coordinates));
            case "MultiPolygon" -> {
                for (JsonNode polygon : coordinates) {
                    polygons.add(polygon(polygon));
                }
            }
            default ->
                throw new OutlineException(
                        type.isEmpty() ? "it has no geometry" : "geometry " + type + ": Polygon or MultiPolygon");
        }
        if (polygons.isEmpty()) {
            throw new OutlineException("the geometry is empty");
        }
        return Outlines.GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) throws OutlineException {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new OutlineException("the geometry is empty");
        }
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(rings.get(i + 1));
        }
        return Outlines.GEOMETRY.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(JsonNode positions) throws OutlineException {
        Coordinate[] ring = new Coordinate[positions.size()];
        if (ring.length < 4) {
            throw new OutlineException("a ring of " + ring.length + " positions: at least 4");
        }
        for (int i = 0; i < ring.length; i++) {
            JsonNode position = positions.get(i);
            if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                throw new OutlineException("a position must be two numbers: " + position);
            }
            ring[i] = new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
        }
        if (!ring[0].equals2D(ring[ring.length - 1])) {
            throw new OutlineException("a ring is not closed: it starts at " + ring[0].x + "," + ring[0].y
                    + " and ends at " + ring[ring.length - 1].x + "," + ring[ring.length - 1].y);
        }
        return Outlines.GEOMETRY.createLinearRing(ring);
    }

    private static void expect(boolean held, String otherwise) {
        if (!held) {
            throw new AreaFileException(List.of(otherwise));
        }
    }
}
