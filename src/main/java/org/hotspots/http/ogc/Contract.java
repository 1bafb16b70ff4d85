package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotspots.http.GeoJson;
import org.hotspots.http.Json;
import org.hotspots.http.TileAnswers;

/** The OpenAPI 3.0 document of the standard interface. */
final class Contract {
    static final String TYPE = "application/vnd.oai.openapi+json";
    static final String TYPE_WITH_VERSION = TYPE + ";version=3.0";

    private static final String PROBLEM = "application/problem+json";
    private static final List<String> PATH_NAMES =
            List.of("collectionId", "featureId", "tileMatrixSetId", "tileMatrix", "tileRow", "tileCol");

    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();

    private Contract() {}

    /**
     * @param root address of the interface
     * @param sources the collections there are
     */
    static ObjectNode of(String root, List<FeatureSource> sources) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        json.putObject("info")
                .put("title", "Hotspots for map programs")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "OGC API - Features 1 (core) and 2 (coordinate reference systems), and Tiles 1, over areas,"
                                + " hotspots, clusters, cells and offences.");
        json.putArray("servers").addObject().put("url", root);
        Contract contract = new Contract();
        contract.addFeatures();
        contract.addTiles();
        json.set("paths", contract.paths);
        ObjectNode components = json.putObject("components");
        components.set("parameters", ContractParameters.all(sources));
        components.putObject("schemas").set("problem", problem());
        return json;
    }

    private void addFeatures() {
        add("/", "getLandingPage", "The landing page", List.of(Json.TYPE), "f");
        add("/conformance", "getConformance", "Conformance classes", List.of(Json.TYPE), "f");
        add("/api", "getApi", "This document", List.of(TYPE_WITH_VERSION), "f");
        add("/collections", "getCollectionsList", "The collections", List.of(Json.TYPE), "f");
        add("/collections/{collectionId}", "getCollection", "A collection", List.of(Json.TYPE), "f");
        add(
                "/collections/{collectionId}/items",
                "getFeatures",
                "A page of features",
                List.of(GeoJson.TYPE),
                "f",
                "limit",
                "offset",
                "bbox",
                "bbox-crs",
                "crs",
                "datetime",
                "run",
                "data_version");
        add(
                "/collections/{collectionId}/items/{featureId}",
                "getFeature",
                "A feature",
                List.of(GeoJson.TYPE),
                "f",
                "crs",
                "run",
                "data_version");
    }

    private void addTiles() {
        add("/tileMatrixSets", "getTileMatrixSetsList", "The tiling schemes", List.of(Json.TYPE), "f");
        add("/tileMatrixSets/{tileMatrixSetId}", "getTileMatrixSet", "A tiling scheme", List.of(Json.TYPE), "f");
        addTiles("map", "/map/tiles", TileAnswers.PNG, "png");
        addTiles("vector", "/tiles", TileAnswers.MVT, "mvt");
    }

    private void addTiles(String kind, String path, String type, String format) {
        String list = "/collections/{collectionId}" + path;
        String set = list + "/{tileMatrixSetId}";
        String id = ".collection." + kind;
        add(list, id + ".getTileSetsList", "The tilesets of a collection", List.of(Json.TYPE), "f");
        add(set, id + ".getTileSet", "A tileset", List.of(Json.TYPE), "f");
        ObjectNode responses = add(
                set + "/{tileMatrix}/{tileRow}/{tileCol}",
                id + ".getTile",
                "A tile",
                List.of(type),
                "f-" + format,
                "run");
        if (kind.equals("vector")) {
            responses.putObject("204").put("description", "The tile is empty");
        }
    }

    /** Adds an operation; documents in JSON are answered as pages, too. */
    private ObjectNode add(String path, String id, String summary, List<String> types, String... parameters) {
        ObjectNode get =
                paths.putObject(path).putObject("get").put("operationId", id).put("summary", summary);
        ArrayNode references = get.putArray("parameters");
        PATH_NAMES.stream()
                .filter(name -> path.contains("{" + name + "}"))
                .forEach(name -> references.addObject().put("$ref", "#/components/parameters/" + name));
        Stream.of(parameters).forEach(name -> references.addObject().put("$ref", "#/components/parameters/" + name));
        List<String> all = new ArrayList<>(types);
        if (parameters[0].equals("f")) {
            all.add(Form.HTML_TYPE);
        }
        ObjectNode responses = get.putObject("responses");
        addResponses(responses, all);
        return responses;
    }

    private static void addResponses(ObjectNode responses, List<String> types) {
        ObjectNode content =
                responses.putObject("200").put("description", summaryOf(200)).putObject("content");
        for (String type : types) {
            String schema = type.endsWith("html") || type.startsWith("image") || type.equals(TileAnswers.MVT)
                    ? "string"
                    : "object";
            content.putObject(type).putObject("schema").put("type", schema);
        }
        responses.putObject("304").put("description", summaryOf(304));
        for (int status : new int[] {400, 404, 406, 408, 410, 421, 431, 500, 503, 504}) {
            responses
                    .putObject(Integer.toString(status))
                    .put("description", summaryOf(status))
                    .putObject("content")
                    .putObject(PROBLEM)
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/problem");
        }
    }

    private static String summaryOf(int status) {
        return switch (status) {
            case 200 -> "As asked";
            case 304 -> "The client has it already";
            case 400 -> "A parameter is unknown, repeated or not valid; the errors name each";
            case 404 -> "There is no such thing";
            case 406 -> "None of the accepted media types";
            case 408 -> "The request came too slowly";
            case 410 -> "The data that it is pinned to are no longer kept";
            case 421 -> "Asked by a name that is not this server's";
            case 431 -> "The headers are too large";
            case 503 -> "Too much to do, or no data yet; Retry-After says when to ask again";
            case 504 -> "It took too long";
            default -> "A fault of the server";
        };
    }

    private static ObjectNode problem() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode members = schema.putObject("properties");
        for (String member : new String[] {"type", "title", "detail", "instance"}) {
            members.putObject(member).put("type", "string");
        }
        members.putObject("status").put("type", "integer");
        members.putObject("errors").put("type", "array").putObject("items").put("type", "object");
        return schema;
    }
}
