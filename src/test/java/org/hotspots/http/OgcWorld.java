package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Tests that ask the standard interface of one server. */
abstract class OgcWorld extends AskedWorld {
    static final String ROOT = "/ogc";
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    static JsonNode ogc(String path) {
        return ok(ROOT + path);
    }

    static List<String> collections() {
        return texts(ogc("/collections").get("collections"), "id");
    }

    static String items(String collection, String query) {
        return "/collections/" + collection + "/items?" + query;
    }

    /** A member of each element. */
    static List<String> texts(JsonNode array, String member) {
        return elements(array).stream().map(node -> node.get(member).asText()).toList();
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<JsonNode> links(JsonNode document, String relation) {
        return elements(document.get("links")).stream()
                .filter(link -> link.get("rel").asText().equals(relation))
                .toList();
    }

    /** The document that an absolute link leads to, which must be one of this server's. */
    static HttpResponse<String> follow(JsonNode link) {
        String href = link.get("href").asText();
        String server = "http://127.0.0.1:" + wire.port();
        assertThat(href).startsWith(server + ROOT);
        return wire.get(href.substring(server.length()));
    }

    /** All features, page by page, by the links alone. */
    static List<JsonNode> walk(String collection, String query) {
        List<JsonNode> features = new ArrayList<>();
        JsonNode page = ogc(items(collection, query));
        while (true) {
            features.addAll(elements(page.get("features")));
            List<JsonNode> next = links(page, "next");
            if (next.isEmpty()) {
                return features;
            }
            assertThat(next).hasSize(1);
            page = Wire.json(follow(next.get(0)));
        }
    }

    static List<String> ids(List<JsonNode> features) {
        return features.stream().map(feature -> feature.get("id").asText()).toList();
    }

    static Geometry geometry(JsonNode feature) {
        try {
            return new GeoJsonReader().read(feature.get("geometry").toString());
        } catch (ParseException e) {
            throw new IllegalArgumentException(feature.toString(), e);
        }
    }

    static void requireProblem(String path, String slug) {
        HttpResponse<String> response = wire.get(ROOT + path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Wire.json(response).get("type").asText()).isEqualTo("/problems/" + slug);
    }

    static byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = wire.getBytes(ROOT + path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
