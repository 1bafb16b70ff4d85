package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** The abstract tests of the forms that answers come in: OGC 17-069r4, annexes A.3, A.4 and A.7. */
class OgcFormsTest extends OgcWorld {
    private static final List<String> PATHS = List.of(
            "",
            "/conformance",
            "/api",
            "/collections",
            "/collections/areas-town",
            "/collections/hotspots-all",
            "/collections/hotspots-all/items",
            "/collections/cells-asb/items",
            "/collections/areas-town/items/middleton",
            "/tileMatrixSets",
            "/tileMatrixSets/WebMercatorQuad",
            "/collections/cells-asb/tiles",
            "/collections/cells-asb/tiles/WebMercatorQuad",
            "/collections/hotspots-asb/map/tiles/WebMercatorQuad");

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson")
    class GeoJsonForm {
        @Test
        @DisplayName("/ats/geojson/definition")
        void featuresCanBeAskedForAsGeoJson() {
            HttpResponse<String> page =
                    wire.get(ROOT + items("areas-town", ""), "Accept", "application/geo+json, application/json");
            assertThat(page.headers().firstValue("Content-Type")).contains("application/geo+json");
            HttpResponse<String> chosen = wire.get(ROOT + items("areas-town", "f=json"), "Accept", "text/html");
            assertThat(chosen.headers().firstValue("Content-Type")).contains("application/geo+json");
        }

        @Test
        @DisplayName("/ats/geojson/content")
        void itIsRightGeoJson() {
            for (String collection : collections()) {
                for (JsonNode feature : ogc(items(collection, "limit=50")).get("features")) {
                    assertThat(feature.get("type").asText()).isEqualTo("Feature");
                    assertThat(feature.get("properties").isObject()).isTrue();
                    feature.get("properties")
                            .forEach(
                                    value -> assertThat(value.isContainerNode()).isFalse());
                    Geometry geometry = geometry(feature);
                    assertThat(geometry.isValid()).as(feature.toString()).isTrue();
                }
            }
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html")
    class Html {
        @Test
        @DisplayName("/ats/html/definition")
        void everyDocumentIsAPageToo() {
            for (String path : PATHS) {
                HttpResponse<String> page =
                        wire.get(ROOT + path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
                assertThat(page.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
                assertThat(wire.get(ROOT + path + "?f=html").body()).startsWith("<!DOCTYPE html>");
            }
        }

        @Test
        @DisplayName("/ats/html/content")
        void aPageSaysAllThatTheJsonSaysAndLinksWhereItLinks() {
            for (String path : PATHS) {
                JsonNode json = ogc(path + "?f=json");
                String page = wire.get(ROOT + path + "?f=html").body();
                requireScalars(json, page, "");
                for (JsonNode link : json.path("links")) {
                    String href = link.get("href").asText().replace("&", "&amp;");
                    if (!Set.of("self", "alternate", "next")
                                    .contains(link.get("rel").asText())
                            && !link.path("templated").asBoolean()) {
                        assertThat(page).contains("<a href=\"" + href + "\">");
                    }
                }
                assertThat(page).doesNotContain("<script", "style=");
            }
        }

        /** Every value but the time of the answer and its own links. */
        private void requireScalars(JsonNode json, String page, String name) {
            if (json.isObject()) {
                for (Map.Entry<String, JsonNode> member : json.properties()) {
                    if (!Set.of("links", "timeStamp", "geometry").contains(member.getKey())) {
                        requireScalars(member.getValue(), page, member.getKey());
                    }
                }
            } else if (json.isArray()) {
                json.forEach(element -> requireScalars(element, page, name));
            } else if (json.isTextual()) {
                assertThat(page).as(name).contains(PlainPage.escaped(json.asText()));
            } else if (!json.isNull()) {
                assertThat(page).as(name).contains(json.asText());
            }
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30")
    class OpenApi {
        @Test
        @DisplayName("/ats/oas30/oas-definition-1, oas-definition-2 and oas-impl")
        void theContractIsOpenApiAndTheServerKeepsIt() {
            JsonNode contract = ogc("/api");
            assertThat(contract.get("openapi").asText()).startsWith("3.0.");
            assertThat(contract.at("/servers/0/url").asText()).isEqualTo("http://127.0.0.1:" + wire.port() + ROOT);
            Set<String> ids = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
                JsonNode get = path.getValue().get("get");
                assertThat(ids.add(get.get("operationId").asText())).isTrue();
                for (JsonNode reference : get.get("parameters")) {
                    assertThat(contract.at(reference.get("$ref").asText().substring(1))
                                    .isObject())
                            .as(reference.toString())
                            .isTrue();
                }
                assertThat(wire.get(ROOT + filled(path.getKey())).statusCode())
                        .as(path.getKey())
                        .isIn(200, 204);
            }
        }

        @Test
        @DisplayName("/ats/oas30/completeness")
        void theContractTellsEveryTypeAndStatus() {
            for (Map.Entry<String, JsonNode> path : ogc("/api").get("paths").properties()) {
                JsonNode responses = path.getValue().at("/get/responses");
                for (String query : List.of("", "?f=html", "?unheard=1")) {
                    HttpResponse<String> answer = wire.get(ROOT + filled(path.getKey()) + query);
                    JsonNode told = responses.get(Integer.toString(answer.statusCode()));
                    assertThat(told).as(path.getKey() + query).isNotNull();
                    answer.headers()
                            .firstValue("Content-Type")
                            .ifPresent(type -> assertThat(told.get("content").has(type.replace(";charset=utf-8", "")))
                                    .as(path.getKey() + query + " " + type)
                                    .isTrue());
                }
            }
        }

        @Test
        @DisplayName("/ats/oas30/exception-codes")
        void theContractTellsTheFaults() {
            for (JsonNode path : ogc("/api").get("paths")) {
                for (String status : List.of("400", "404", "406", "500", "503")) {
                    assertThat(path.at("/get/responses/" + status + "/content").has("application/problem+json"))
                            .isTrue();
                }
            }
            assertThat(wire.get(ROOT, "Accept", "image/png").statusCode()).isEqualTo(406);
        }

        @Test
        @DisplayName("/ats/oas30/security")
        void noOperationNeedsCredentialsSoNoneAreTold() {
            assertThat(ogc("/api").has("security")).isFalse();
            assertThat(ogc("/api").get("components").has("securitySchemes")).isFalse();
        }

        private String filled(String path) {
            String root = path.equals("/") ? "" : path;
            return root.replace("{collectionId}", path.contains("map") ? "hotspots-asb" : "cells-asb")
                    .replace(
                            "{featureId}",
                            ogc(items("cells-asb", "limit=1"))
                                    .at("/features/0/id")
                                    .asText())
                    .replace("{tileMatrixSetId}", "WebMercatorQuad")
                    .replace("{tileMatrix}/{tileRow}/{tileCol}", "0/0/0");
        }
    }
}
