package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The abstract tests of the core's parameters: OGC 17-069r4, annex A.2.7. */
@Covers("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core")
class OgcQueryTest extends OgcWorld {
    private static JsonNode parameter(String name) {
        return ogc("/api").at("/components/parameters/" + name);
    }

    @Test
    @DisplayName("/ats/core/fc-bbox-definition")
    void theContractDefinesBbox() {
        JsonNode box = parameter("bbox");
        assertThat(box.get("in").asText()).isEqualTo("query");
        assertThat(box.get("required").asBoolean()).isFalse();
        assertThat(box.get("style").asText()).isEqualTo("form");
        assertThat(box.get("explode").asBoolean()).isFalse();
        assertThat(box.at("/schema/type").asText()).isEqualTo("array");
        assertThat(box.at("/schema/minItems").asInt()).isEqualTo(4);
        assertThat(box.at("/schema/maxItems").asInt()).isEqualTo(6);
        assertThat(box.at("/schema/items/type").asText()).isEqualTo("number");
    }

    @Test
    @DisplayName("/ats/core/fc-bbox-response")
    void aBoxHoldsWhatTouchesItAndNothingElse() {
        List<JsonNode> all = walk("cells-all", "limit=10000");
        Random random = new Random(5);
        for (int i = 0; i < 12; i++) {
            double west = -2 + 0.12 * random.nextDouble();
            double south = 52.52 + 0.14 * random.nextDouble();
            Envelope box =
                    new Envelope(west, west + 0.06 * random.nextDouble(), south, south + 0.06 * random.nextDouble());
            Geometry rectangle = new GeometryFactory().toGeometry(box);
            List<String> expected = ids(all.stream()
                    .filter(feature -> geometry(feature).intersects(rectangle))
                    .toList());
            assertThat(ids(walk("cells-all", "limit=1000&bbox=" + flat(box)))).isEqualTo(expected);
            String high = String.format(
                    Locale.ROOT, "%s,%s,-50,%s,%s,9000", box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            assertThat(ogc(items("cells-all", "bbox=" + high))
                            .get("numberMatched")
                            .asInt())
                    .isEqualTo(expected.size());
        }
        assertThat(ids(walk("cells-all", "limit=10000&bbox=-180,-90,180,90"))).isEqualTo(ids(all));
    }

    private static String flat(Envelope box) {
        return box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
    }

    @Test
    @DisplayName("/ats/core/fc-limit-definition")
    void theContractDefinesLimit() {
        JsonNode limit = parameter("limit");
        assertThat(limit.at("/schema/type").asText()).isEqualTo("integer");
        assertThat(limit.at("/schema/minimum").asInt()).isEqualTo(1);
        assertThat(limit.at("/schema/maximum").asInt()).isEqualTo(10_000);
        assertThat(limit.at("/schema/default").asInt()).isEqualTo(100);
    }

    @Test
    @DisplayName("/ats/core/fc-limit-response")
    void aPageIsAsLongAsAskedFor() {
        int all = ogc(items("cells-all", "limit=10000")).get("features").size();
        assertThat(all).isGreaterThan(100);
        assertThat(ogc(items("cells-all", "limit=13")).get("features").size()).isEqualTo(13);
        assertThat(ogc(items("cells-all", "")).get("features").size()).isEqualTo(100);
        assertThat(ogc(items("cells-all", "limit=999999999999")).get("features").size())
                .isEqualTo(Math.min(all, 10_000));
        assertThat(ogc(items("cells-all", "offset=2147483647")).get("features").size())
                .isZero();
    }

    @Test
    @DisplayName("/ats/core/fc-time-definition")
    void theContractDefinesDatetime() {
        assertThat(parameter("datetime").at("/schema/type").asText()).isEqualTo("string");
        assertThat(parameter("datetime").get("style").asText()).isEqualTo("form");
    }

    /** The period is from 1 March 2025 up to the end of February 2026, London time. */
    @ParameterizedTest(name = "/ats/core/fc-time-response {0}")
    @CsvSource({
        "2025-03-01, true",
        "2025-02-28, false",
        "2026-02-28, true",
        "2026-03-01, false",
        "2026-02-28T23:59:59Z, true",
        "2026-03-01T00:00:00Z, false",
        "2025-03-01T00:30:00%2B01:00, false",
        "../2025-02-28, false",
        "../2025-03-01, true",
        "2026-02-28T23:59:59.5Z/.., true",
        "2026-03-01T00:00:00Z/.., false",
        "/2025-06-01, true",
        "2026-03-01/, false",
        "2020-01-01/2030-01-01, true",
        "2019-01-01/2020-01-01, false"
    })
    void onlyFeaturesOfTheTimeAreTold(String time, boolean isMet) {
        assertThat(TestWorld.LAST_DAY).hasToString("2026-02-28");
        int all = ogc(items("cells-asb", "limit=1")).get("numberMatched").asInt();
        assertThat(ogc(items("cells-asb", "limit=1&datetime=" + time))
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(isMet ? all : 0);
        // Areas have no time and always match.
        assertThat(ogc(items("areas-town", "datetime=" + time))
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "/ats/core/query-param-invalid {0}")
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=1e3",
                "limit=x",
                "offset=-1",
                "bbox=1,2,3",
                "bbox=1,2,3,4,5",
                "bbox=1,2,3,4,5,6,7",
                "bbox=",
                "bbox=NaN,1,2,3",
                "bbox=1d,0x1,2,3",
                "bbox=-1,53,0,52",
                "bbox=1e999,0,2,1",
                "bbox=400000,300000,390000,310000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/27700",
                "datetime=2025-02-29",
                "datetime=2025-01-01T00:00:00%2001:00",
                "datetime=../..",
                "datetime=2026-01-01/2025-01-01",
                "datetime=a/b/c",
                "run=abc",
                "data_version=1",
                "f=xml"
            })
    void whatIsNotValidIsRefused(String query) {
        requireProblem(items("cells-asb", query), "invalid-parameter");
    }

    @Test
    @DisplayName("/ats/core/query-param-unknown")
    void whatIsNotKnownIsRefused() {
        for (String path : List.of("?", "/conformance?", "/api?", "/collections?", "/collections/areas-town?")) {
            requireProblem(path + "unheard=1", "unknown-parameter");
        }
        requireProblem(items("cells-asb", "bbbox=1,2,3,4"), "unknown-parameter");
        requireProblem("/collections/areas-town/items/middleton?limit=1", "unknown-parameter");
    }

    @Test
    @DisplayName("all pages of a walk are of one run")
    void aWalkStaysWithTheRunItBeganWith() {
        JsonNode first = ogc(items("cells-all", "limit=50"));
        JsonNode next = links(first, "next").get(0);
        assertThat(next.get("href").asText())
                .contains("run=" + first.get("run_id").asText());
        String knife = ogc(items("cells-knife", "limit=1")).get("run_id").asText();
        requireProblem(items("cells-asb", "run=" + knife), "invalid-parameter");
        HttpResponse<String> unknown = wire.get(ROOT + items("cells-asb", "run=" + "0".repeat(64)));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(wire.get(ROOT + items("areas-town", "data_version=99")).statusCode())
                .isEqualTo(400);
        assertThat(ogc(items("areas-town", "data_version=1"))
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the features are those of the run's own views")
    void theFeaturesAreThoseOfTheRun() {
        for (String theme : List.of("knife", "hate", "asb", "all")) {
            JsonNode run = run("theme=" + theme);
            for (String layer : List.of("hotspots", "clusters", "cells")) {
                JsonNode view = ok(run.at("/links/" + layer).asText());
                List<JsonNode> features = walk(layer + "-" + theme, "limit=10000");
                assertThat(ids(features)).isEqualTo(ids(elements(view.get("features"))));
                for (int i = 0; i < features.size(); i++) {
                    assertThat(features.get(i).at("/properties/count"))
                            .isEqualTo(view.get("features").get(i).at("/properties/count"));
                    assertThat(features.get(i).at("/properties/run_id")).isEqualTo(run.get("run_id"));
                    assertThat(geometry(features.get(i))
                                    .equalsTopo(geometry(view.get("features").get(i))))
                            .isTrue();
                }
            }
        }
        assertThat(walk("hotspots-all", "")).isNotEmpty();
    }

    @Test
    @DisplayName("an answer that the client has is not sent again")
    void aKnownAnswerIsNotSentAgain() {
        String path = ROOT + items("hotspots-all", "limit=5");
        String tag = wire.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(wire.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(wire.get(path + "&f=html", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }
}
