package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hotspots.geo.TileAddress;

/** The parameters of the standard interface as its contract tells them. */
final class ContractParameters {
    private static final String STRING = "string";
    private static final String INTEGER = "integer";

    private final ObjectNode all = JsonNodeFactory.instance.objectNode();

    private ContractParameters() {}

    static ObjectNode all(List<FeatureSource> sources) {
        ContractParameters parameters = new ContractParameters();
        parameters.addPaths(sources.stream().map(FeatureSource::id).toList());
        parameters.addForms();
        parameters.addFilters();
        parameters.addPins();
        return parameters.all;
    }

    private void addPaths(List<String> collections) {
        words(inPath("collectionId", "Name of a collection", STRING), collections);
        inPath("featureId", "Id of a feature in its collection", STRING);
        words(inPath("tileMatrixSetId", "Name of the tiling scheme", STRING), List.of(TileMatrixSet.ID));
        range(inPath("tileMatrix", "Zoom", INTEGER), 0, TileAddress.MAX_ZOOM);
        inPath("tileRow", "Row, from the north", INTEGER).put("minimum", 0);
        inPath("tileCol", "Column, from the west", INTEGER).put("minimum", 0);
    }

    private void addForms() {
        String rule = "The form of the answer; without it, the Accept header decides";
        words(inQuery("f", Form.NAME, rule, STRING), List.of("json", "html"));
        words(inQuery("f-png", Form.NAME, rule, STRING), List.of("png"));
        words(inQuery("f-mvt", Form.NAME, rule, STRING), List.of("mvt"));
    }

    private void addFilters() {
        range(
                        inQuery(
                                "limit",
                                "Most features of a page; more than the maximum is taken as the maximum",
                                INTEGER),
                        1,
                        ItemsQuery.MOST)
                .put("default", ItemsQuery.USUAL);
        inQuery("offset", "Features before the page", INTEGER).put("minimum", 0).put("default", 0);
        ObjectNode box =
                inQuery("bbox", "Only features that share a point with this box: " + BoundingBox.RULE, "array");
        box.put("minItems", 4).put("maxItems", 6);
        box.putObject("items").put("type", "number");
        crs("bbox-crs", "Coordinate reference system of bbox");
        crs("crs", "Coordinate reference system of the answer; positions are in its own axis order");
        inQuery("datetime", "Only features of this time: " + AskedTime.RULE, STRING);
    }

    private void addPins() {
        inQuery(
                        "run",
                        "Only of the layers of runs: this run instead of the newest; links to other pages have it",
                        STRING)
                .put("pattern", "^[0-9a-f]{64}$");
        inQuery("data_version", "Only of areas: those of this data version; links to other pages have it", INTEGER)
                .put("minimum", 0);
    }

    private void crs(String name, String description) {
        words(inQuery(name, description, STRING).put("format", "uri").put("default", Crs.CRS84.uri()), Crs.uris());
    }

    private ObjectNode inPath(String name, String description, String type) {
        return add(name, name, "path", description).put("type", type);
    }

    private ObjectNode inQuery(String name, String description, String type) {
        return inQuery(name, name, description, type);
    }

    private ObjectNode inQuery(String key, String name, String description, String type) {
        return add(key, name, "query", description).put("type", type);
    }

    /** Adds a parameter and gives its schema. */
    private ObjectNode add(String key, String name, String in, String description) {
        return all.putObject(key)
                .put("name", name)
                .put("in", in)
                .put("required", in.equals("path"))
                .put("description", description)
                .put("style", in.equals("path") ? "simple" : "form")
                .put("explode", false)
                .putObject("schema");
    }

    private static void words(ObjectNode schema, List<String> words) {
        ArrayNode values = schema.putArray("enum");
        words.forEach(values::add);
    }

    private static ObjectNode range(ObjectNode schema, int least, int most) {
        return schema.put("minimum", least).put("maximum", most);
    }
}
