package org.hotspots.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;

/** The schematic outlines as RFC 7946 GeoJSON: CRS84, seven decimals (a centimetre), rings anticlockwise. */
final class AreaGeoJson {
    private static final int TOWN_SIDES = 48;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AreaGeoJson() {}

    static String districts() {
        return collection(County.DISTRICTS.stream()
                .map(district -> feature(district.code(), district.name(), "district", district.ring())));
    }

    /** Towns have codes of the sample's own: a published code would stand for a published outline. */
    static String towns() {
        return collection(County.TOWNS.stream()
                .map(town -> feature(
                        "SAMPLE-" + town.name().toUpperCase(Locale.ROOT).replace(' ', '-'),
                        town.name(),
                        "town",
                        town.outline(TOWN_SIDES))));
    }

    private static String collection(Stream<ObjectNode> features) {
        return features.map(ObjectNode::toString)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    private static ObjectNode feature(String code, String name, String kind, List<BritishGridPoint> ring) {
        ObjectNode feature = NODES.objectNode().put("type", "Feature");
        feature.putObject("properties")
                .put("code", code)
                .put("name", name)
                .put("kind", kind)
                .put("schematic", true);
        ArrayNode positions = feature.putObject("geometry")
                .put("type", "Polygon")
                .putArray("coordinates")
                .addArray();
        for (BritishGridPoint point : ring) {
            LonLat position = BritishNationalGrid.toLonLat(point);
            positions.addArray().add(degrees(position.longitude())).add(degrees(position.latitude()));
        }
        return feature;
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(Math.round(value * 1e7), 7);
    }
}
